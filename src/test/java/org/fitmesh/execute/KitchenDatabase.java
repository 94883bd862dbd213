package org.fitmesh.execute;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.catalog.EnumReader;
import org.fitmesh.code.CodeModel;
import org.fitmesh.config.RemotePermissions;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.metadata.TrackedTables;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.RoleSchemas;

/** PostgreSQL with the tables of {@code /sql/schema.sql}, and what roles see of them. */
public final class KitchenDatabase implements AutoCloseable {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final EmbeddedPostgres postgres;
    private final Catalog catalog;
    private final RoleSchemas schemas;
    private final RoleSchemas withCode;
    private final RoleSchemas collapsing;

    private KitchenDatabase(
            EmbeddedPostgres postgres,
            Catalog catalog,
            RoleSchemas schemas,
            RoleSchemas withCode,
            RoleSchemas collapsing) {
        this.postgres = postgres;
        this.catalog = catalog;
        this.schemas = schemas;
        this.withCode = withCode;
        this.collapsing = collapsing;
    }

    public static KitchenDatabase start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema fitmesh");
                statement.execute(resource("/META-INF/fitmesh/sql/engine/V1__check_violation.sql"));
                statement.execute(resource("/sql/schema.sql"));
                statement.execute(resource("/sql/data.sql"));
                Metadata metadata =
                        MetadataReader.read(YAML.readTree(resource("/sql/metadata.yaml")));
                Catalog catalog =
                        new EnumReader(connection)
                                .withEnums(
                                        CatalogReader.read(connection),
                                        TrackedTables.enums(metadata.tables()));
                RoleSchemas schemas = schemas(catalog, metadata);
                RoleSchemas withCode =
                        schemas(catalog, metadata, KitchenCode.MODEL, RoleSchemas.Options.USUAL);
                RoleSchemas collapsing =
                        schemas(
                                catalog,
                                metadata,
                                CodeModel.NONE,
                                new RoleSchemas.Options(true, true, SourceCustomization.NONE));
                refuse(metadata.inconsistencies());
                refuse(withCode.inconsistencies());
                return new KitchenDatabase(postgres, catalog, schemas, withCode, collapsing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What roles see of a database that has that metadata; without remotes and code. */
    public static RoleSchemas schemas(Catalog catalog, Metadata metadata) {
        return schemas(catalog, metadata, CodeModel.NONE, RoleSchemas.Options.USUAL);
    }

    private static RoleSchemas schemas(
            Catalog catalog, Metadata metadata, CodeModel code, RoleSchemas.Options options) {
        return RoleSchemas.build(
                catalog,
                new RoleSchemas.Tracked(metadata.tables(), metadata.functions(), options),
                Map.of(),
                new RemoteAccess(RemotePermissions.WHERE_DEFINED),
                code,
                metadata.roles());
    }

    private static void refuse(List<Inconsistency> inconsistencies) {
        if (!inconsistencies.isEmpty()) {
            throw new IllegalStateException(inconsistencies.toString());
        }
    }

    /** What all roles see. */
    public RoleSchemas schemas() {
        return schemas;
    }

    /** The same with {@link KitchenCode}. */
    public RoleSchemas schemasWithCode() {
        return withCode;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** What that role sees; there must be such a role. */
    public RoleSchema schema(String role) {
        return schema(schemas, role);
    }

    /** The same with {@link KitchenCode}. */
    RoleSchema schemaWithCode(String role) {
        return schema(withCode, role);
    }

    /** The same where nulls in comparisons count as true. */
    RoleSchema schemaThatCollapsesNulls(String role) {
        return schema(collapsing, role);
    }

    private static RoleSchema schema(RoleSchemas schemas, String role) {
        RoleSchema schema = schemas.byRole().get(role);
        if (schema == null) {
            throw new IllegalArgumentException("no role " + role + " in metadata.yaml");
        }
        return schema;
    }

    /** A connection whose times are told in UTC. */
    Connection connect() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
        }
        return connection;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = KitchenDatabase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
