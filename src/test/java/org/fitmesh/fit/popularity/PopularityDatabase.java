package org.fitmesh.fit.popularity;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fitmesh.state.Migrations;

/** PostgreSQL with the tables of Hasura Fit. */
final class PopularityDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private PopularityDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PopularityDatabase start() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Migrations.run(postgres.getPostgresDatabase(), true);
        return new PopularityDatabase(postgres);
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    void reset() throws SQLException {
        run(
                "truncate public.workout_popularity, fitmesh.counted_event, fitmesh.event_log",
                "update fitmesh.popularity_push set leased_by = null, leased_until = 'epoch',"
                        + " next_request_at = 'epoch', failures = 0");
    }

    /** Logs a session of each slug. */
    void log(String... slugs) throws SQLException {
        List<LoggedSession> sessions = new ArrayList<>();
        for (String slug : slugs) {
            sessions.add(new LoggedSession(UUID.randomUUID(), slug));
        }
        new SessionCounter(dataSource()).count(sessions);
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column, as text. */
    List<String> strings(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
