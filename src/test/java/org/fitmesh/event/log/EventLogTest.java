package org.fitmesh.event.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.fitmesh.event.log.EventLog.Redelivery;
import org.fitmesh.event.log.EventLog.Status;
import org.fitmesh.state.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log's statements on a PostgreSQL of their own. */
class EventLogTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Migrations.run(postgres.getPostgresDatabase(), false);
        connection = postgres.getPostgresDatabase().getConnection();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("truncate fitmesh.event_log, fitmesh.event_invocation_log");
    }

    @Test
    void oldEventsThatAreThroughAreRemovedWithTheirInvocations() throws SQLException {
        event("delivered", "8 days", "delivered = true");
        event("archived", "8 days", "archived = true");
        event("failed", "8 days", "error = true");
        event("young", "6 days", "delivered = true");
        event("pending", "90 days", "tries = 3");
        event("leased", "8 days", "archived = true, leased_until = now() + interval '1 minute'");
        EventRemoval removal = new EventRemoval(connection);

        assertThat(removal.delivered(WEEK)).isEqualTo(2);
        assertThat(removal.delivered(WEEK)).isZero();
        assertThat(names()).isEqualTo("failed leased pending young");
        assertThat(removal.failed(WEEK)).isEqualTo(1);
        assertThat(names()).isEqualTo("leased pending young");
        assertThat(one("select count(*) from fitmesh.event_invocation_log")).isEqualTo("3");
    }

    @Test
    void rowsThatSomebodyHasArePassedOver() throws SQLException {
        event("locked", "8 days", "delivered = true");
        event("free", "8 days", "delivered = true");
        try (Connection other = postgres.getPostgresDatabase().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select from fitmesh.event_log where trigger_name = 'locked' for update");
            assertThat(new EventRemoval(connection).delivered(WEEK)).isEqualTo(1);
            other.rollback();
        }
        assertThat(names()).isEqualTo("locked");
    }

    @Test
    void manyAreRemovedABatchAtATime() throws SQLException {
        sql(
                "insert into fitmesh.event_log (trigger_name, schema_name, table_name, payload,"
                        + " delivered, created_at) select 't', 'public', 'users', '{}', true,"
                        + " now() - interval '8 days' from generate_series(1, 1500)");
        EventRemoval removal = new EventRemoval(connection);

        assertThat(removal.delivered(WEEK)).isEqualTo(1000);
        assertThat(removal.delivered(WEEK)).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("redeliveries")
    void redeliveryMakesAnEventAsNewUnlessSomebodyHasIt(String state, Redelivery outcome)
            throws SQLException {
        event("t", "1 day", state);

        assertThat(new EventLog(connection).redeliver(ID)).isEqualTo(outcome);

        String asNew =
                "select not delivered and not error and tries = 0 and due_at <= now()"
                        + " and leased_by is null and leased_until is null from fitmesh.event_log";
        assertThat(one(asNew)).isEqualTo(outcome == Redelivery.PENDING ? "t" : "f");
    }

    static Stream<Arguments> redeliveries() {
        return Stream.of(
                Arguments.of("delivered = true, tries = 1", Redelivery.PENDING),
                Arguments.of("error = true, tries = 4", Redelivery.PENDING),
                Arguments.of(
                        "tries = 2, due_at = now() + interval '1 hour', leased_by = id,"
                                + " leased_until = now() - interval '1 second'",
                        Redelivery.PENDING),
                Arguments.of(
                        "leased_by = id, leased_until = now() + interval '1 minute'",
                        Redelivery.BUSY),
                Arguments.of("error = true, archived = true", Redelivery.ARCHIVED));
    }

    @Test
    void anUnknownEventIsNotRedelivered() throws SQLException {
        assertThat(new EventLog(connection).redeliver(ID)).isEqualTo(Redelivery.UNKNOWN);
    }

    @Test
    void whatWaitsOrFailedOfTriggersThatAreNotNamedIsArchived() throws SQLException {
        event("kept", "1 day", "tries = 1");
        event("gone_waiting", "1 day", "tries = 1");
        event("gone_failed", "1 day", "error = true");
        event("gone_delivered", "1 day", "delivered = true");

        new EventsLeftBehind(connection, Set.of("kept", "never_raised")).archive();
        assertThat(archived()).isEqualTo("gone_failed gone_waiting");

        new EventsLeftBehind(connection, Set.of()).archive();
        assertThat(archived()).isEqualTo("gone_failed gone_waiting kept");
    }

    @Test
    void whatIsOnlyToldStays() throws SQLException {
        event("gone", "1 day", "tries = 1");

        List<LogRecord> told = new ArrayList<>();
        Logger log = Logger.getLogger(EventsLeftBehind.class.getName());
        Handler handler = RetentionTest.collecting(told);
        log.addHandler(handler);
        try {
            new EventsLeftBehind(connection, Set.of("kept")).tell();
        } finally {
            log.removeHandler(handler);
        }

        assertThat(archived()).isNull();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getParameters()).containsExactly("gone", 1L);
    }

    private static String archived() throws SQLException {
        return one(
                "select string_agg(trigger_name, ' ' order by trigger_name)"
                        + " from fitmesh.event_log where archived");
    }

    /** With many delivered events among few that wait, no statement reads the whole table. */
    @Test
    void everyStatementFindsItsRowsByAnIndex() throws SQLException {
        sql(
                "insert into fitmesh.event_log (trigger_name, schema_name, table_name, payload,"
                        + " delivered, created_at) select 't' || n % 3, 'public', 'users', '{}',"
                        + " n > 100, now() - n * interval '1 second'"
                        + " from generate_series(1, 100000) n");
        sql(
                "insert into fitmesh.event_invocation_log (event_id, trigger_name, current_retry,"
                        + " max_retries, status, request_headers, response, created_at)"
                        + " select id, trigger_name, 0, 0, 200, '[]', '{}', created_at"
                        + " from fitmesh.event_log");
        sql("analyze fitmesh.event_log");
        sql("analyze fitmesh.event_invocation_log");

        for (Status status : Status.values()) {
            assertByIndex(EventLogSql.events(status), "t1", 100, 0);
        }
        assertByIndex(EventLogSql.INVOCATIONS, "t1", 100, 0);
        assertByIndex(EventLogSql.EVENT, ID, 100, 0, ID);
        for (Status status : List.of(Status.PENDING, Status.ERROR)) {
            assertByIndex(
                    EventsLeftBehind.triggersSql(status),
                    connection.createArrayOf("text", new String[] {"t1"}));
        }
        assertByIndex(EventRemoval.DELIVERED, 3600.0);
        assertByIndex(EventRemoval.FAILED, 3600.0);
    }

    private static void assertByIndex(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("explain " + query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        }
    }

    /** An event of that age with an invocation; the first one has the id {@link #ID}. */
    private static void event(String trigger, String age, String state) throws SQLException {
        sql(
                "with new as (insert into fitmesh.event_log (id, trigger_name, schema_name,"
                        + " table_name, payload, created_at) select case when exists (select from"
                        + " fitmesh.event_log) then gen_random_uuid() else '"
                        + ID
                        + "' end, '"
                        + trigger
                        + "', 'public', 'users', '{}', now() - interval '"
                        + age
                        + "' returning id) insert into fitmesh.event_invocation_log (event_id,"
                        + " trigger_name, current_retry, max_retries, request_headers, response)"
                        + " select id, '"
                        + trigger
                        + "', 0, 0, '[]', '{}' from new");
        sql("update fitmesh.event_log set " + state + " where trigger_name = '" + trigger + "'");
    }

    private static String names() throws SQLException {
        return one(
                "select string_agg(trigger_name, ' ' order by trigger_name)"
                        + " from fitmesh.event_log");
    }

    private static void sql(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
