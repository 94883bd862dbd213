package org.fitmesh.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fitmesh.execute.KitchenDatabase;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.schema.RoleSchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which requests share a plan; the counts are those of the metrics and the MBean. */
class PlanCacheTest {
    private static final List<String> TEXTS =
            List.of(
                    "query ($id: String!) { users_by_pk(id: $id) { id name } }",
                    "query ($id: String, $n: Int) { sessions(where: {user_id: {_eq: $id}},"
                            + " order_by: {id: asc}, limit: $n) { id slug } }",
                    "query ($ids: [String!]) { users(where: {id: {_in: $ids}}) { id sessions"
                            + " { slug user { name } } } }",
                    "query ($n: Int, $where: sessions_bool_exp) { sessions(where: $where,"
                            + " offset: $n) { id } }",
                    "query ($id: String) { sessions_aggregate(where: {user_id: {_eq: $id}})"
                            + " { aggregate { count } nodes { id } } }",
                    "mutation ($n: Int!, $id: String) { update_sessions(where: {id: {_eq: $n}},"
                            + " _set: {slug: $id}) { affected_rows } }",
                    "mutation ($n: Int!) { delete_sessions_by_pk(id: $n) { id } }",
                    "mutation ($rows: [sessions_insert_input!]!) { insert_sessions(objects: $rows)"
                            + " { affected_rows } }");
    private static final int REQUESTS = 10_000;

    @RegisterExtension static final KitchenDatabase kitchen = new KitchenDatabase();

    private final ConcurrentStatsCounter counts = new ConcurrentStatsCounter();
    private Snapshot snapshot;

    @BeforeEach
    void empty() {
        snapshot = new Snapshot(kitchen.schemas(), List.of(), false, 1_000, counts);
    }

    @Test
    void aMixedLoadInWhichOnlyVariablesChangeHitsInNinetyNineOfAHundredRequests() {
        List<ParsedDocument> documents = TEXTS.stream().map(PlanCacheTest::parsed).toList();
        Random random = new Random(7);
        for (int i = 0; i < REQUESTS; i++) {
            int which = random.nextInt(documents.size());
            ask(documents.get(which), variables(TEXTS.get(which), random));
        }
        CacheStats stats = counts.snapshot();
        assertThat(stats.requestCount()).isEqualTo(REQUESTS);
        assertThat(stats.hitRate()).isGreaterThanOrEqualTo(0.99);
        assertThat(stats.missCount()).isEqualTo(TEXTS.size());
    }

    @Test
    void anotherStructureIsAnotherPlan() {
        ParsedDocument document = parsed(TEXTS.get(3));
        ask(document, variables(TEXTS.get(3), new Random(1)));
        ObjectNode without = variables(TEXTS.get(3), new Random(2));
        without.putObject("where").putObject("slug").put("_neq", "a");
        ask(document, without);
        assertThat(counts.snapshot().missCount()).isEqualTo(2);
    }

    @Test
    void plansOfRolesForWhomNothingChangesStay() throws IOException {
        ParsedDocument document = parsed("{ sessions { id } }");
        List<String> roles = List.of("admin", "user", "coach");
        roles.forEach(role -> ask(role, document));
        ObjectNode changed = KitchenDatabase.metadata();
        changed.withArray("/sources/0/tables").forEach(table -> limit(table, "user"));

        Snapshot next = new Snapshot(next(changed), List.of(), false, 1_000, counts);
        next.takePlans(snapshot);
        snapshot = next;

        List<String> planned = new ArrayList<>(roles);
        planned.removeIf(role -> !isPlannedAnew(role, document));
        assertThat(planned).containsExactly("user");
    }

    private static void limit(JsonNode table, String role) {
        for (JsonNode permission : table.path("select_permissions")) {
            if (permission.path("role").asText().equals(role)) {
                permission.withObject("/permission").put("limit", 3);
            }
        }
    }

    private boolean isPlannedAnew(String role, ParsedDocument document) {
        long before = counts.snapshot().missCount();
        ask(role, document);
        return counts.snapshot().missCount() > before;
    }

    private static RoleSchemas next(ObjectNode metadata) {
        return kitchen.schemas()
                .next(KitchenDatabase.sources(kitchen.catalog(), MetadataReader.read(metadata)));
    }

    private void ask(String role, ParsedDocument document) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        snapshot.plan(snapshot.schema(role), document, Optional.empty(), none);
    }

    private void ask(ParsedDocument document, ObjectNode variables) {
        snapshot.plan(snapshot.schema("admin"), document, Optional.empty(), variables);
    }

    private static ParsedDocument parsed(String text) {
        return ParsedDocument.parse(text, DocumentLimits.DEFAULT);
    }

    /** Values for what the text declares. */
    private static ObjectNode variables(String text, Random random) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.put("id", "user-" + random.nextInt());
        variables.put("n", random.nextInt(1_000));
        for (int i = random.nextInt(5); i >= 0; i--) {
            variables.withArray("ids").add("user-" + random.nextInt());
        }
        variables.putObject("where").putObject("slug").put("_eq", "slug-" + random.nextInt());
        variables
                .putArray("rows")
                .addObject()
                .put("id", random.nextInt(1_000_000))
                .put("slug", "slug-" + random.nextInt());
        List<String> names = new ArrayList<>();
        variables.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !text.contains("$" + name + ":"));
        return variables.retain(names);
    }
}
