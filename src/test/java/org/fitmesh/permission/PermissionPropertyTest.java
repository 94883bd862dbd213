package org.fitmesh.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.catalog.TableName;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.RoleSchemas;
import org.fitmesh.schema.access.RoleTable;

/**
 * An answer has no row and no value that the permissions do not give, and leaves none out;
 * statements do not change with the values.
 */
class PermissionPropertyTest {
    private static final int WORLDS = 450;
    private static final int QUERIES = 25;
    private static final int AT_LEAST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedPostgres postgres;
    private static Connection connection;
    private static Catalog catalog;
    private static Map<String, List<Map<String, Object>>> rows;
    private static int answered;

    @BeforeContainer
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        connection = postgres.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement();
                InputStream sql =
                        PermissionPropertyTest.class.getResourceAsStream("/permission/garden.sql");
                InputStream check =
                        PermissionPropertyTest.class.getResourceAsStream(
                                "/META-INF/fitmesh/sql/engine/V1__check_violation.sql")) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("create schema fitmesh");
            statement.execute(new String(check.readAllBytes(), StandardCharsets.UTF_8));
        }
        catalog = CatalogReader.read(connection);
        rows = new HashMap<>();
        for (Table table : Garden.TABLES) {
            rows.put(table.name(), all(table));
        }
    }

    @AfterContainer
    static void stop() throws IOException, SQLException {
        connection.close();
        postgres.close();
    }

    private static List<Map<String, Object>> all(Table table) throws SQLException {
        List<Map<String, Object>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table.name())) {
            while (result.next()) {
                Map<String, Object> row = new HashMap<>();
                for (String column : table.columns().keySet()) {
                    row.put(column, result.getObject(column));
                }
                all.add(Garden.withComputed(table.name(), row));
            }
        }
        return all;
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.randomValue(World::random);
    }

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Arbitraries.longs().withoutEdgeCases().list().ofSize(QUERIES);
    }

    @Property(tries = WORLDS, shrinking = ShrinkingMode.OFF)
    void answersAreWhatThePermissionsGive(
            @ForAll("worlds") World world, @ForAll("seeds") List<Long> seeds) throws Exception {
        Metadata metadata = MetadataReader.read(world.metadata());
        RoleSchemas schemas = KitchenDatabase.schemas(catalog, metadata);
        assertThat(metadata.inconsistencies()).isEmpty();
        // roles that inherit permissions to write that differ get none
        assertThat(schemas.inconsistencies())
                .allMatch(i -> i.cause() == Inconsistency.Cause.INHERITED);
        for (long seed : seeds) {
            ask(world, schemas, new Pick(new Random(seed)));
        }
    }

    @AfterContainer
    static void enoughWasAsked() {
        assertThat(answered).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private static void ask(World world, RoleSchemas schemas, Pick pick) throws Exception {
        String role = pick.of(World.ROLES);
        Reading reading = new Reading(world, rows, Reading.session(pick), role);
        List<Table> readable =
                Garden.TABLES.stream().filter(t -> reading.readable(t.name())).toList();
        if (readable.isEmpty()) {
            return;
        }
        Table table = pick.of(readable);
        RoleSchema schema = schemas.of(role);
        assertThat(columns(schema, table))
                .containsExactlyInAnyOrderElementsOf(reading.columns(table.name()));
        if (World.LEAVES.contains(role) && pick.oneIn(6)) {
            Change change =
                    pick.oneIn(3)
                            ? Addition.random(pick, reading, table)
                            : Write.random(pick, reading, table);
            write(schema, change, reading);
            answered++;
            return;
        }
        Question question = Question.random(pick, reading, table);
        JsonNode answer = answer(schema, question, reading);
        assertThat(question.matches(reading, answer))
                .as(
                        "role %s, session %s: %s %s gives %s",
                        role, reading.session(), question.text(), question.variables(), answer)
                .isTrue();
        answered++;
    }

    private static void write(RoleSchema schema, Change write, Reading reading) throws Exception {
        ParsedDocument document = ParsedDocument.parse(write.text(), DocumentLimits.DEFAULT);
        ObjectNode variables = write.variables().values();
        RootPlan.Mutation plan = mutation(schema, document, variables);
        assertThat(mutation(schema, document, write.variables().others()))
                .as("the statements for other values")
                .isEqualTo(plan);
        Binding binding = new Binding(variables, reading.session());
        Optional<JsonNode> answer;
        connection.setAutoCommit(false);
        try {
            String rows = text(plan.write(), binding, null);
            if (plan.answer().isPresent()) {
                rows = text(plan.answer().get(), binding, rows);
            }
            answer = Optional.of(rows == null ? JSON.nullNode() : JSON.readTree(rows));
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("check constraint");
            answer = Optional.empty();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(write.matches(reading, answer))
                .as(
                        "role %s, session %s: %s %s gives %s",
                        schema.role(), reading.session(), write.text(), variables, answer)
                .isTrue();
    }

    private static RootPlan.Mutation mutation(
            RoleSchema schema, ParsedDocument document, ObjectNode variables) {
        return (RootPlan.Mutation) plan(schema, document, variables).steps().inOrder().get(0);
    }

    private static List<String> columns(RoleSchema schema, Table table) {
        RoleTable seen = schema.table(TableName.inPublic(table.name()));
        return seen.readableColumns().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode answer(RoleSchema schema, Question question, Reading reading)
            throws Exception {
        ParsedDocument document = ParsedDocument.parse(question.text(), DocumentLimits.DEFAULT);
        CompiledStatement statement = statement(schema, document, question.variables());
        assertThat(statement(schema, document, question.otherVariables()))
                .as("the statement for other values")
                .isEqualTo(statement);
        String text = text(statement, new Binding(question.variables(), reading.session()), null);
        return text == null ? JSON.nullNode() : JSON.readTree(text);
    }

    /** The JSON of the only row; no row: null. */
    private static String text(CompiledStatement statement, Binding binding, String rows)
            throws SQLException {
        String[] values = binding.values(statement.parameters(), rows);
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql().text())) {
            int[] parameters = statement.sql().parameters();
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, values[parameters[i]], Types.OTHER);
            }
            try (ResultSet result = prepared.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    private static CompiledStatement statement(
            RoleSchema schema, ParsedDocument document, ObjectNode variables) {
        return ((RootPlan.Query) plan(schema, document, variables).steps().inOrder().get(0))
                .statement();
    }

    private static Plan plan(RoleSchema schema, ParsedDocument document, ObjectNode variables) {
        return Planner.plan(
                schema, false, document.operation(schema.types(), Optional.empty(), variables));
    }
}
