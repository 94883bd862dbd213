package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator sees and does with a JMX console, and what clients then see. */
class JmxIT {
    private static final String EVENTS = "type=Events";
    private static final String SNAPSHOT = "type=Snapshot";
    private static final String HYGRAPH = "type=RemoteSchema,name=hygraph";
    private static final String SESSION_TRIGGER = "type=EventTrigger,name=create_session";
    private static final String USERS = "{ users { id } }";

    private final Fitmesh fitmesh = Fitmesh.running();
    private final SessionEvents events = new SessionEvents(fitmesh);
    private JmxConsole console;

    @BeforeEach
    void connect() throws Exception {
        fitmesh.reset();
        fitmesh.sql("truncate fitmesh.delivery_pause");
        fitmesh.sql("insert into users (id) values ('alice')");
        console = JmxConsole.attach(fitmesh.process());
    }

    @AfterEach
    void disconnect() throws Exception {
        fitmesh.sql("truncate fitmesh.delivery_pause");
        fitmesh.reset();
        console.close();
    }

    @Test
    void theBeansAreThereAndEachAttributeCanBeRead() throws Exception {
        assertThat(console.names())
                .containsExactlyInAnyOrder(
                        SNAPSHOT,
                        EVENTS,
                        "type=Sessions",
                        HYGRAPH,
                        "type=EventTrigger,name=popularity",
                        "type=Cache,name=documents",
                        "type=Cache,name=plans",
                        "type=Cache,name=code-documents",
                        "type=Cache,name=tokens",
                        "type=Cache,name=jwks",
                        "type=Cache,name=known-workouts");
        for (String name : console.names()) {
            for (MBeanAttributeInfo attribute : console.info(name).getAttributes()) {
                Object value = console.get(name, attribute.getName());
                assertThat(value == null || ((OpenMBeanAttributeInfo) attribute).isValue(value))
                        .as("%s %s: %s", name, attribute.getName(), value)
                        .isTrue();
            }
        }
    }

    @Test
    void theSnapshotIsTold() throws Exception {
        assertThat(console.get(SNAPSHOT, "Ready")).isEqualTo(true);
        assertThat(console.number(SNAPSHOT, "SecondsWithoutDatabase")).isZero();
        assertThat(console.get(SNAPSHOT, "MetadataSource")).isEqualTo("application");
        assertThat((Date) console.get(SNAPSHOT, "BuiltAt")).isBeforeOrEqualTo(new Date());
        assertThat(console.number(SNAPSHOT, "BuildMillis")).isNotNegative();
        assertThat(console.number(SNAPSHOT, "Tables")).isEqualTo(3);
        assertThat(console.number(SNAPSHOT, "Roles")).isGreaterThanOrEqualTo(3);
        assertThat(console.number(SNAPSHOT, "RemoteSchemas")).isEqualTo(1);
        assertThat(console.number(SNAPSHOT, "EventTriggers")).isEqualTo(1);
        assertThat(console.number(SNAPSHOT, "InconsistencyCount")).isZero();
        assertThat(console.rows(SNAPSHOT, "Inconsistencies")).isEmpty();
    }

    @Test
    void aReloadPicksUpWhatWasChangedInTheDatabase() throws Exception {
        long before = console.number(SNAPSHOT, "ResourceVersion");
        fitmesh.sql("alter table users add column nickname text");
        try {
            assertThat(ask("{ users { nickname } }")).contains("field 'nickname' not found");

            assertThat(JmxConsole.rows(console.invoke(SNAPSHOT, "reloadMetadata"))).isEmpty();

            assertThat(ask("{ users { nickname } }"))
                    .isEqualTo("{\"data\":{\"users\":[{\"nickname\":null}]}}");
            assertThat(console.number(SNAPSHOT, "ResourceVersion")).isGreaterThan(before);
        } finally {
            fitmesh.sql("alter table users drop column nickname");
            console.invoke(SNAPSHOT, "reloadMetadata");
        }
        assertThat(ask("{ users { nickname } }")).contains("field 'nickname' not found");
    }

    @Test
    void anInconsistencyIsListedWithItsReason() throws Exception {
        events.trigger("create_session", "/hook");
        fitmesh.sql("drop table if exists elsewhere; create table elsewhere (id int)");
        try {
            assertThat(replaceWithUnknownTable()).contains("success");

            List<CompositeData> rows = console.rows(SNAPSHOT, "Inconsistencies");
            assertThat(rows).isNotEmpty();
            assertThat(rows.toString()).contains("no_such_table");
            assertThat(console.number(SNAPSHOT, "InconsistencyCount")).isEqualTo(rows.size());
            assertThat(console.get(SNAPSHOT, "MetadataSource")).isEqualTo("database");
        } finally {
            fitmesh.sql("drop table elsewhere");
        }
    }

    @Test
    void beansComeAndGoWithTheMetadata() throws Exception {
        events.trigger("create_session", "/hook");
        assertThat(console.names()).contains(SESSION_TRIGGER);
        assertThat(console.get(SESSION_TRIGGER, "Table")).isEqualTo("sessions");
        assertThat(console.get(SESSION_TRIGGER, "Deliverable")).isEqualTo(true);
        assertThat((String) console.get(SESSION_TRIGGER, "Webhook")).endsWith("/hook");

        fitmesh.metadata(
                "{\"type\": \"pg_delete_event_trigger\", \"args\": {\"name\": \"create_session\"}}");
        assertThat(console.names()).doesNotContain(SESSION_TRIGGER).contains(HYGRAPH);

        fitmesh.metadata("{\"type\": \"clear_metadata\", \"args\": {}}");
        assertThat(console.names()).contains(SNAPSHOT).doesNotContain(HYGRAPH);
    }

    @Test
    void aRemoteThatIsDownIsTold() throws Exception {
        assertThat(console.get(HYGRAPH, "State")).isEqualTo("AVAILABLE");
        assertThat(console.get(HYGRAPH, "Failure")).isNull();
        assertThat(console.get(HYGRAPH, "Url")).isEqualTo("HYGRAPH_ENDPOINT");
        assertThat((String) console.get(HYGRAPH, "Host")).startsWith("localhost:");
        assertThat(console.number(HYGRAPH, "Types")).isGreaterThan(10);
        long failures = console.number(HYGRAPH, "Failures");

        fitmesh.hygraph().fault(Fault.always(Kind.SERVER_ERROR));
        assertThat(ask(workout())).contains("remote-schema-error");

        assertThat(console.get(HYGRAPH, "State")).isEqualTo("FAILING");
        assertThat((String) console.get(HYGRAPH, "Failure")).contains("unexpected status 500");
        assertThat((Date) console.get(HYGRAPH, "FailingSince")).isBeforeOrEqualTo(new Date());
        assertThat(console.get(HYGRAPH, "InForce")).isEqualTo(true);
        assertThat(console.number(HYGRAPH, "Failures")).isEqualTo(failures + 1);

        fitmesh.hygraph().clearFaults();
        assertThat(ask(workout())).contains("Fran");
        assertThat(console.get(HYGRAPH, "State")).isEqualTo("AVAILABLE");
    }

    @Test
    void aReloadOfARemoteAsksItForItsTypes() throws Exception {
        Date before = (Date) console.get(HYGRAPH, "LastIntrospection");
        long requests = console.number(HYGRAPH, "Requests");

        console.invoke(HYGRAPH, "reload");

        eventually(
                () -> assertThat((Date) console.get(HYGRAPH, "LastIntrospection")).isAfter(before));
        assertThat(console.number(HYGRAPH, "Requests")).isGreaterThan(requests);

        fitmesh.hygraph().fault(Fault.always(Kind.SERVER_ERROR));
        console.invoke(HYGRAPH, "reload");
        eventually(() -> assertThat(console.get(HYGRAPH, "State")).isEqualTo("FAILING"));
        fitmesh.hygraph().clearFaults();
        eventually(() -> assertThat(console.get(HYGRAPH, "State")).isEqualTo("AVAILABLE"));
    }

    @Test
    void cachesCountAndCanBeEmptied() throws Exception {
        Map<String, String> alice = fitmesh.bearer("alice", "user");
        String logged = "mutation { log_workout(slug: \"fran\") { slug } }";
        for (int i = 0; i < 2; i++) {
            assertThat(fitmesh.api().graphql(logged, null, alice).body()).contains("fran");
        }
        for (String name :
                List.of("documents", "plans", "code-documents", "tokens", "known-workouts")) {
            String bean = "type=Cache,name=" + name;
            assertThat(console.number(bean, "Entries")).as(name).isPositive();
            assertThat(console.number(bean, "Used")).as(name).isPositive();
            assertThat(console.number(bean, "Used"))
                    .isLessThanOrEqualTo(console.number(bean, "Limit"));
            assertThat(console.number(bean, "Hits")).as(name).isPositive();
            assertThat(console.number(bean, "Misses")).as(name).isPositive();
            assertThat((Double) console.get(bean, "HitRate")).as(name).isBetween(0.0, 1.0);

            console.invoke(bean, "clear");

            assertThat(console.number(bean, "Entries")).as(name).isZero();
            assertThat(console.number(bean, "Used")).as(name).isZero();
        }
        assertThat(fitmesh.api().graphql(logged, null, alice).body()).contains("fran");
        assertThat(console.number("type=Cache,name=plans", "Entries")).isEqualTo(1);
    }

    @Test
    void thePageListsTheCaches() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String name : console.names()) {
            if (name.startsWith("type=Cache,name=")) {
                String holds = console.info(name).getDescription();
                rows.add(
                        "| `%s` | %s |"
                                .formatted(
                                        name.substring("type=Cache,name=".length()),
                                        holds.replace("A cache of this node. ", "")));
            }
        }
        String page = Files.readString(Path.of("docs", "jmx.md"));
        String section = page.substring(page.indexOf("## The caches"));
        assertThat(section.lines().filter(line -> line.startsWith("| `")))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void keysOfTheIssuerAreFetchedAgainWhenTheirCacheIsEmptied() throws Exception {
        String keys = "type=Cache,name=jwks";
        Map<String, String> alice = fitmesh.bearer("alice", "user");
        fitmesh.api().graphql("{ users { id } }", null, alice);
        long fetches = console.number(keys, "Misses");
        assertThat(console.number(keys, "Entries")).isPositive();

        console.invoke(keys, "clear");
        String answer = fitmesh.api().graphql("{ users { id } }", null, alice).body();

        assertThat(answer).contains("alice");
        assertThat(console.number(keys, "Misses")).isEqualTo(fetches + 1);
    }

    @Test
    void requestsAreCountedByRoleAndRefusalsByCode() throws Exception {
        long admin = requests("admin");
        long user = requests("user");
        long refused = console.number("type=Sessions", "Refused");
        long tokens = console.number("type=Sessions", "TokensRefused");
        ask(USERS);
        fitmesh.api().graphql(USERS, null, fitmesh.bearer("alice", "user"));
        fitmesh.api().graphql(USERS, null, Map.of("Authorization", "Bearer nonsense"));
        fitmesh.api().graphql(USERS, null, Map.of("x-hasura-admin-secret", "wrong"));

        assertThat(requests("admin")).isEqualTo(admin + 1);
        assertThat(requests("user")).isEqualTo(user + 1);
        assertThat(console.number("type=Sessions", "RequestsInProgress")).isZero();
        assertThat(console.number("type=Sessions", "Refused")).isEqualTo(refused + 2);
        assertThat(console.number("type=Sessions", "TokensRefused")).isEqualTo(tokens + 1);
        assertThat(console.rows("type=Sessions", "RefusedByCode").toString())
                .contains("invalid-jwt", "access-denied");
        assertThat(console.number("type=Sessions", "Requests")).isGreaterThanOrEqualTo(2);
    }

    private long requests(String role) throws Exception {
        return console.rows("type=Sessions", "RequestsByRole").stream()
                .filter(row -> row.get("Role").equals(role))
                .mapToLong(row -> (Long) row.get("Requests"))
                .sum();
    }

    private String replaceWithUnknownTable() {
        String exported = fitmesh.metadata("{\"type\": \"export_metadata\", \"args\": {}}").body();
        String changed =
                exported.replaceFirst(
                        "\"tables\"\\s*:\\s*\\[",
                        "\"tables\":[{\"table\":{\"schema\":\"public\",\"name\":\"no_such_table\"}},");
        return fitmesh.metadata(
                        "{\"type\": \"replace_metadata\", \"version\": 2, \"args\":"
                                + " {\"allow_inconsistent_metadata\": true, \"metadata\": "
                                + changed
                                + "}}")
                .body()
                .replace("is_consistent", "success is_consistent");
    }

    private static String workout() {
        return "{ workout(where: {slug: \"fran\"}) { title } }";
    }

    private String ask(String query) {
        return fitmesh.api().graphql(query, null, Fitmesh.adminHeaders()).body();
    }
}
