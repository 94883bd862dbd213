package org.fitmesh.execute;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
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
import org.fitmesh.schema.type.TypeOptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * PostgreSQL with the tables of {@code /sql/schema.sql}, and what roles see of them, for the tests
 * of a class: {@code @RegisterExtension static final KitchenDatabase}.
 */
public final class KitchenDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private EmbeddedPostgres postgres;
    private Catalog catalog;
    private RoleSchemas schemas;
    private RoleSchemas withCode;
    private RoleSchemas collapsing;

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema fitmesh");
            statement.execute(resource("/META-INF/fitmesh/sql/engine/V1__check_violation.sql"));
            statement.execute(resource("/sql/schema.sql"));
            statement.execute(resource("/sql/data.sql"));
            Metadata metadata = MetadataReader.read(metadata());
            catalog =
                    new EnumReader(connection)
                            .withEnums(
                                    CatalogReader.read(connection),
                                    TrackedTables.enums(metadata.tables()));
            read(metadata);
        }
    }

    private void read(Metadata metadata) {
        schemas = schemas(catalog, metadata);
        withCode = schemas(catalog, metadata, KitchenCode.MODEL, RoleSchemas.Options.USUAL);
        collapsing =
                schemas(
                        catalog,
                        metadata,
                        CodeModel.NONE,
                        new RoleSchemas.Options(
                                true, true, SourceCustomization.NONE, "default", TypeOptions.ALL));
        refuse(metadata.inconsistencies());
        refuse(withCode.inconsistencies());
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        postgres.close();
    }

    /** What roles see of a database that has that metadata; without remotes and code. */
    public static RoleSchemas schemas(Catalog catalog, Metadata metadata) {
        return schemas(catalog, metadata, CodeModel.NONE, RoleSchemas.Options.USUAL);
    }

    /** The same as other settings have it. */
    public static RoleSchemas schemas(
            Catalog catalog, Metadata metadata, RoleSchemas.Options options) {
        return schemas(catalog, metadata, CodeModel.NONE, options);
    }

    private static RoleSchemas schemas(
            Catalog catalog, Metadata metadata, CodeModel code, RoleSchemas.Options options) {
        return RoleSchemas.build(sources(catalog, metadata, code, options));
    }

    /** What schemas of a database with that metadata and {@link KitchenCode} follow from. */
    public static RoleSchemas.Sources sourcesWithCode(
            Catalog catalog, Metadata metadata, RoleSchemas.Options options) {
        return sources(catalog, metadata, KitchenCode.MODEL, options);
    }

    /** The same without code. */
    public static RoleSchemas.Sources sources(Catalog catalog, Metadata metadata) {
        return sources(catalog, metadata, CodeModel.NONE, RoleSchemas.Options.USUAL);
    }

    private static RoleSchemas.Sources sources(
            Catalog catalog, Metadata metadata, CodeModel code, RoleSchemas.Options options) {
        return new RoleSchemas.Sources(
                catalog,
                new RoleSchemas.Tracked(metadata.tables(), metadata.functions(), options),
                Map.of(),
                new RemoteAccess(RemotePermissions.WHERE_DEFINED),
                code,
                metadata.roles());
    }

    /** The kitchen's metadata, to be changed. */
    public static ObjectNode metadata() throws IOException {
        return (ObjectNode) YAML.readTree(resource("/sql/metadata.yaml"));
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
}
