package org.fitmesh.event.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.metadata.Inconsistency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps the triggers in order, as a node does it. */
@Timeout(120)
class CaptureTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String BOTH =
            """
            - table: users
              event_triggers:
              - name: t
                definition: {insert: {columns: "*"}, update: {columns: [name]}}
                webhook: http://a/
            - table: measure
              event_triggers:
              - {name: m, definition: {insert: {columns: "*"}}, webhook: "http://a/"}
            """;

    private static final String ONE =
            """
            - table: measure
              event_triggers:
              - {name: m, definition: {insert: {columns: "*"}}, webhook: "http://a/"}
            """;

    private static final String TRIGGERS =
            "select tgrelid::regclass || ' ' || tgname from pg_trigger"
                    + " where tgname like 'fitmesh_event%' and tgparentid = 0 order by 1";

    private static final long VERSION = 1;

    private static CaptureDatabase postgres;

    private final EventTriggersInForce inForce = new EventTriggersInForce();
    private DataSource database;
    private Capture capture;

    @BeforeAll
    static void start() throws Exception {
        postgres = CaptureDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void makeTables() throws Exception {
        database = postgres.as("fit", postgres.create());
        run("create table users (id int primary key, name text)");
        run("create table measure (day int primary key) partition by range (day)");
        run("create table measure_1 partition of measure for values from (0) to (10)");
        capture = new Capture(database, false, inForce);
        use(BOTH);
    }

    private void use(String metadata) throws Exception {
        EventTriggers triggers = CaptureDatabase.resolve(database, YAML.readTree(metadata));
        inForce.set(VERSION, triggers);
        load(capture);
    }

    @Test
    void aTriggerForEachOperation() throws SQLException {
        assertThat(strings(TRIGGERS))
                .containsExactly(
                        "measure fitmesh_event_m_insert",
                        "users fitmesh_event_t_insert",
                        "users fitmesh_event_t_update");
        assertThat(capture.inconsistencies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop trigger fitmesh_event_t_insert on users",
                "alter table users disable trigger fitmesh_event_t_insert",
                "alter table users disable trigger all",
                "alter table users enable replica trigger fitmesh_event_t_insert",
                "create or replace trigger fitmesh_event_t_insert after insert on users for each row"
                        + " when (new.id < 0) execute function fitmesh.capture_event('t')",
                "create or replace trigger fitmesh_event_t_insert before insert on users for each"
                        + " row execute function suppress_redundant_updates_trigger()",
                "drop table users; create table users (id int primary key, name text)",
            })
    void isRepairedAndShownUntilTheNextCheck(String damage) throws Exception {
        run(damage);
        assertThat(capture.inconsistencies()).isEmpty();

        capture.check();
        assertThat(capture.inconsistencies())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.name()).isEqualTo("t"))
                .extracting(Inconsistency::reason)
                .anyMatch(
                        reason -> reason.startsWith("the trigger fitmesh_event_t_insert on users"));
        run("insert into users values (1, 'a')");
        assertThat(events()).containsExactly("t INSERT");

        capture.check();
        assertThat(capture.inconsistencies()).isEmpty();
    }

    @Test
    void oneThatIsDisabledOnAPartitionAlone() throws SQLException {
        run("alter table measure_1 disable trigger fitmesh_event_m_insert");
        capture.check();

        run("insert into measure values (1)");
        assertThat(events()).containsExactly("m INSERT");
        assertThat(capture.inconsistencies()).extracting(Inconsistency::name).containsExactly("m");
    }

    @Test
    void whatIsNotWantedGoesWithTheMetadataNotWithTheCheck() throws Exception {
        inForce.set(VERSION, CaptureDatabase.resolve(database, YAML.readTree(ONE)));
        capture.check();
        assertThat(strings(TRIGGERS)).hasSize(3);
        assertThat(capture.inconsistencies()).isEmpty();

        run(
                "create trigger mine after insert on users execute function"
                        + " suppress_redundant_updates_trigger()");
        use(ONE);
        assertThat(strings(TRIGGERS)).containsExactly("measure fitmesh_event_m_insert");
        assertThat(strings("select tgname from pg_trigger where tgrelid = 'users'::regclass"))
                .containsExactly("mine");
    }

    @Test
    void anotherDefinitionReplacesTheTrigger() throws Exception {
        use(BOTH.replace("[name]", "[id]"));
        assertThat(strings(TRIGGERS)).hasSize(3);

        run("insert into users values (1, 'a'); update users set name = 'b'");
        assertThat(events()).containsExactly("t INSERT");
        run("update users set id = 2");
        assertThat(events()).containsExactly("t INSERT", "t UPDATE");
    }

    @Test
    void aListedColumnCannotBeDropped() {
        assertThatThrownBy(() -> run("alter table users drop column name"))
                .hasMessageContaining("fitmesh_event_t_update");
    }

    @Test
    void replicatedChangesCountWhereTheTriggerSaysSo() throws Exception {
        String replicated = "set session_replication_role = replica; insert into measure values ";
        DataSource superuser = postgres.as("postgres", strings("select current_database()").get(0));
        CaptureDatabase.run(superuser, replicated + "(1)");
        assertThat(events()).isEmpty();

        use(ONE.replace("name: m,", "name: m, trigger_on_replication: true,"));
        CaptureDatabase.run(superuser, replicated + "(2)");
        assertThat(events()).containsExactly("m INSERT");
        capture.check();
        assertThat(capture.inconsistencies()).isEmpty();
    }

    @Test
    void aTableOfAnotherOwnerIsListedAndTheOthersWork() throws Exception {
        run("drop table users");
        DataSource superuser = postgres.as("postgres", strings("select current_database()").get(0));
        CaptureDatabase.run(superuser, "create table users (id int primary key, name text)");
        use(BOTH);

        assertThat(capture.inconsistencies())
                .containsExactly(
                        new Inconsistency(
                                "event_trigger",
                                "t",
                                "the changes of users cannot be captured: permission denied for"
                                        + " table users; let the database user of Fitmesh own the"
                                        + " table, or be a member of the role that owns it"));
        run("insert into measure values (1)");
        assertThat(events()).containsExactly("m INSERT");

        capture.check();
        assertThat(capture.inconsistencies()).hasSize(1);
        CaptureDatabase.run(superuser, "alter table users owner to fit");
        capture.check();
        run("insert into users values (1, 'a')");
        assertThat(events()).containsExactly("m INSERT", "t INSERT");
    }

    @Test
    void whereNothingDiffersNoWriterIsWaitedFor() throws Exception {
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into users values (1, 'a'); insert into measure values (1)");
            load(capture);
            capture.check();
            assertThat(capture.inconsistencies()).isEmpty();
            writer.rollback();
        }
    }

    @Test
    void aTableThatIsLockedForLongIsListedAndTriedAgain() throws Exception {
        run(
                "drop trigger fitmesh_event_t_insert on users; drop trigger fitmesh_event_m_insert on measure");
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into users values (1, 'a')");
            capture.check();
            writer.rollback();
        }
        assertThat(capture.inconsistencies())
                .extracting(Inconsistency::reason)
                .anyMatch(reason -> reason.contains("canceling statement due to lock timeout"))
                .anyMatch(
                        reason -> reason.contains("fitmesh_event_m_insert on measure was missing"));
        capture.check();
        assertThat(strings(TRIGGERS)).hasSize(3);
    }

    @Test
    void nodesThatStartAtOnce() throws Exception {
        int nodes = 4;
        for (int round = 0; round < 3; round++) {
            run("drop trigger if exists fitmesh_event_t_insert on users");
            run("drop trigger if exists fitmesh_event_m_insert on measure");
            CyclicBarrier start = new CyclicBarrier(nodes);
            ExecutorService threads = Executors.newFixedThreadPool(nodes);
            List<Future<Capture>> all = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                all.add(
                        threads.submit(
                                () -> {
                                    Capture one = new Capture(database, false, inForce);
                                    start.await();
                                    load(one);
                                    return one;
                                }));
            }
            for (Future<Capture> one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS).inconsistencies()).isEmpty();
            }
            threads.shutdown();
            assertThat(strings(TRIGGERS)).hasSize(3);
        }
    }

    @Test
    void whileTheDatabaseIsAwayWhatWasFoundStays() throws SQLException {
        String name = strings("select current_database()").get(0);
        DataSource other = postgres.as("postgres", "postgres");
        run("drop trigger fitmesh_event_t_insert on users");
        capture.check();
        assertThat(capture.inconsistencies()).hasSize(1);

        CaptureDatabase.run(other, "alter database " + name + " rename to away");
        capture.check();
        assertThat(capture.inconsistencies()).hasSize(1);
        assertThatThrownBy(() -> load(capture)).isInstanceOf(SQLException.class);

        CaptureDatabase.run(other, "alter database away rename to " + name);
        capture.check();
        assertThat(capture.inconsistencies()).isEmpty();
    }

    @Test
    void beforeANodeHasLoadedTheLaterMetadataItMakesNothing() throws Exception {
        run("drop trigger fitmesh_event_t_insert on users");
        run("insert into fitmesh.metadata (resource_version) values (2)");
        capture.check();
        assertThat(strings(TRIGGERS)).hasSize(2);

        inForce.set(2, inForce.get());
        capture.check();
        assertThat(strings(TRIGGERS)).hasSize(3);
    }

    @Test
    void whileANodeChangesTheMetadataNothingIsMade() throws Exception {
        run("drop trigger fitmesh_event_t_insert on users");
        try (Connection command = database.getConnection();
                Statement statement = command.createStatement()) {
            command.setAutoCommit(false);
            statement.execute("lock table fitmesh.metadata in share row exclusive mode");
            capture.check();
            assertThat(strings(TRIGGERS)).hasSize(2);
            command.rollback();
        }
        capture.check();
        assertThat(strings(TRIGGERS)).hasSize(3);
    }

    @Test
    void whatACommandFoundIsToldOnceItIsInForce() throws Exception {
        run("drop table users");
        EventTriggers withoutTable = inForce.get();
        List<Inconsistency> refused;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            refused = capture.attempt(connection, withoutTable);
            connection.commit();
        }
        assertThat(refused).isNotEmpty();
        assertThat(capture.inconsistencies()).isEmpty();

        capture.use(refused);
        assertThat(capture.inconsistencies()).isEqualTo(refused);

        capture.use(List.of());
        assertThat(capture.inconsistencies()).isEmpty();
    }

    /** As a load of the metadata does. */
    private void load(Capture one) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            one.synchronise(connection, inForce.get());
            connection.commit();
        }
    }

    private List<String> events() throws SQLException {
        return strings(
                "select trigger_name || ' ' || (payload ->> 'op') from fitmesh.event_log"
                        + " order by position");
    }

    private void run(String sql) throws SQLException {
        CaptureDatabase.run(database, sql);
    }

    private List<String> strings(String query) throws SQLException {
        return CaptureDatabase.strings(database, query);
    }
}
