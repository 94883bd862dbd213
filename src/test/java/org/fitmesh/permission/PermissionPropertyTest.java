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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
import org.fitmesh.error.RequestException;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.execute.TableAnswers;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.permission.Garden.Table;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Planner;
import org.fitmesh.plan.RootPlan;
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
    private static final int OF_A_KIND = 50;
    private static final List<String> KINDS =
            List.of("delete", "update", "insert", "upsert", "nested insert", "nested upsert");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedPostgres postgres;
    private static Connection connection;
    private static Catalog catalog;
    private static Map<String, List<Map<String, Object>>> rows;
    private static final Map<String, Integer> outcomes = new TreeMap<>();
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
        for (String kind : KINDS) {
            assertThat(outcomes.get(kind + " answered")).as(kind).isGreaterThan(OF_A_KIND);
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(outcomes.keySet()).anyMatch(outcome -> outcome.endsWith(refusal.name()));
        }
    }

    private static void ask(World world, RoleSchemas schemas, Pick pick) throws Exception {
        String role = pick.of(World.ROLES);
        Reading reading =
                new Reading(new RolePermissions(world, role), new RowFilter(rows, pick.session()));
        List<Table> readable =
                Garden.TABLES.stream().filter(t -> reading.readable(t.name())).toList();
        if (readable.isEmpty()) {
            return;
        }
        Table table = pick.of(readable);
        RoleSchema schema = schemas.of(role);
        assertThat(columns(schema, table))
                .containsExactlyInAnyOrderElementsOf(reading.columns(table.name()));
        if (World.LEAVES.contains(role) && pick.oneIn(2)) {
            Change change =
                    pick.oneIn(3)
                            ? Write.random(pick, reading, table)
                            : Addition.random(pick, reading, table);
            write(schema, change, reading);
            answered++;
            return;
        }
        Question question = Question.random(pick, reading, table);
        JsonNode answer = answer(schema, question, reading, pick);
        assertThat(question.matches(reading, answer))
                .as(
                        "role %s, session %s: %s %s gives %s",
                        role, reading.session(), question.text(), question.variables(), answer)
                .isTrue();
        answered++;
    }

    private static void write(RoleSchema schema, Change change, Reading reading) throws Exception {
        RootPlan plan =
                plan(
                        schema,
                        change.text(),
                        change.variables().values(),
                        change.variables().others());
        Binding binding = new Binding(change.variables().values(), reading.session());
        Outcome outcome;
        connection.setAutoCommit(false);
        try {
            outcome = new Outcome.Answered(answer(plan, binding));
        } catch (RequestException e) {
            outcome = new Outcome.Refused(Refusal.of(e));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(change.matches(reading, outcome))
                .as(
                        "role %s, session %s: %s %s gives %s",
                        schema.role(),
                        reading.session(),
                        change.text(),
                        change.variables().values(),
                        outcome)
                .isTrue();
        outcomes.merge(change.kind() + " " + outcome.kind(), 1, Integer::sum);
    }

    private static List<String> columns(RoleSchema schema, Table table) {
        RoleTable seen = schema.table(TableName.inPublic(table.name()));
        return seen.readableColumns().stream().map(Map.Entry::getKey).toList();
    }

    /** Of a statement of its own, or of one that answers somebody else too. */
    private static JsonNode answer(RoleSchema schema, Question question, Reading reading, Pick pick)
            throws IOException {
        RootPlan plan =
                plan(schema, question.text(), question.variables(), question.otherVariables());
        Binding own = new Binding(question.variables(), reading.session());
        if (pick.oneIn(2)) {
            return answer(plan, own);
        }
        Binding other = new Binding(question.otherVariables(), pick.session());
        return JSON.readTree(
                TableAnswers.amongOthers((RootPlan.Query) plan, connection, own, other));
    }

    private static JsonNode answer(RootPlan plan, Binding binding) throws IOException {
        return JSON.readTree(TableAnswers.of(plan, connection, binding));
    }

    /**
     * The plan of the only root field, which must not depend on values.
     *
     * @param others of the same types as the variables
     */
    private static RootPlan plan(
            RoleSchema schema, String text, ObjectNode variables, ObjectNode others) {
        ParsedDocument document = ParsedDocument.parse(text, DocumentLimits.DEFAULT);
        RootPlan plan = plan(schema, document, variables);
        assertThat(plan(schema, document, others))
                .as("the statements for other values")
                .isEqualTo(plan);
        return plan;
    }

    private static RootPlan plan(RoleSchema schema, ParsedDocument document, ObjectNode variables) {
        return Planner.plan(
                        schema,
                        false,
                        document.operation(schema.types(), Optional.empty(), variables))
                .steps()
                .inOrder()
                .get(0);
    }
}
