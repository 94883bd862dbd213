package org.fitmesh.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.event.EventTriggerResolution;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.state.Migrations;

/** A PostgreSQL whose databases have the engine's schema. */
final class CaptureDatabase implements AutoCloseable {
    private static final String MIGRATED = "migrated";

    private final EmbeddedPostgres postgres;
    private int databases;

    private CaptureDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** The user fit owns each database, and is no superuser. */
    static CaptureDatabase start() throws IOException, SQLException {
        CaptureDatabase database = new CaptureDatabase(EmbeddedPostgres.start());
        DataSource admin = database.postgres.getPostgresDatabase();
        run(admin, "create role fit login");
        run(admin, "create database " + MIGRATED + " owner fit");
        Migrations.run(database.postgres.getDatabase("fit", MIGRATED), false);
        return database;
    }

    /** A new database, as its owner sees it. */
    String create() throws SQLException {
        String name = "capture_" + ++databases;
        run(
                postgres.getPostgresDatabase(),
                "create database " + name + " owner fit template " + MIGRATED);
        return name;
    }

    DataSource as(String user, String database) {
        return postgres.getDatabase(user, database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    static List<String> strings(DataSource dataSource, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    /**
     * Resolves event triggers against the tables that are there.
     *
     * @param tables entries of the metadata
     */
    static EventTriggers resolve(DataSource dataSource, JsonNode tables) throws SQLException {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("version", 3);
        document.putArray("sources").addObject().put("name", "default").set("tables", tables);
        Metadata metadata = MetadataReader.read(document);
        assertThat(metadata.inconsistencies()).isEmpty();
        try (Connection connection = dataSource.getConnection()) {
            return EventTriggerResolution.resolve(
                    CatalogReader.read(connection),
                    metadata.tables(),
                    name -> Optional.empty(),
                    List.of());
        }
    }

    static CaptureTriggers.Outcome synchronise(
            DataSource dataSource,
            EventTriggers triggers,
            boolean stringifyNumbers,
            boolean removeOthers)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            CaptureTriggers.Outcome outcome =
                    CaptureTriggers.run(
                            connection, triggers.captured(), stringifyNumbers, removeOthers);
            connection.commit();
            return outcome;
        }
    }
}
