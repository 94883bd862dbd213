package org.fitmesh.event.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.fitmesh.event.log.EventCounts.OfTrigger;
import org.fitmesh.state.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventCountsTest {
    private static final int MANY = 20_000;

    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Migrations.run(postgres.getPostgresDatabase(), false);
        connection = postgres.getPostgresDatabase().getConnection();
        sql("alter table fitmesh.event_log set (autovacuum_enabled = off)");
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("truncate fitmesh.event_log, fitmesh.delivery_pause");
    }

    @Test
    void anEmptyLogHasNoCounts() throws SQLException {
        assertThat(EventCounts.read(connection).byTrigger()).isEmpty();
    }

    @Test
    void eventsAreCountedByTriggerAndState() throws SQLException {
        events("a", 3, "now()", "");
        events("a", 2, "now()", ", tries = 1, due_at = now() + interval '1 hour'");
        events("a", 1, "now()", ", leased_until = now() + interval '1 minute'");
        events("a", 1, "now() - interval '1 hour'", ", leased_until = now() - interval '1 minute'");
        events("a", 4, "now()", ", error = true, tries = 5");
        events("a", 5, "now()", ", delivered = true");
        events("b", 2, "now()", ", error = true");
        events("b", 2, "now()", ", error = true, archived = true");
        events("gone", 2, "now()", ", archived = true");

        EventCounts counts = EventCounts.read(connection);

        assertThat(counts.byTrigger().keySet()).containsExactly("a", "b");
        OfTrigger a = counts.byTrigger().get("a");
        assertThat(a.waiting()).isEqualTo(6);
        assertThat(a.retrying()).isEqualTo(2);
        assertThat(a.leased()).isEqualTo(1);
        assertThat(a.failed()).isEqualTo(4);
        assertThat(a.oldest())
                .hasValueSatisfying(age -> assertThat(age).isBetween(hour(), hour(1)));
        OfTrigger b = counts.byTrigger().get("b");
        assertThat(b.waiting()).isZero();
        assertThat(b.failed()).isEqualTo(2);
        assertThat(b.oldest()).isEmpty();
    }

    @Test
    void theEstimatesFollowTheStatistics() throws SQLException {
        events("a", MANY, "now()", ", delivered = true");
        events("a", MANY / 10, "now()", ", archived = true");
        events("a", 10, "now()", "");
        sql("vacuum analyze fitmesh.event_log");

        EventCounts counts = EventCounts.read(connection);

        assertThat(counts.delivered().orElseThrow()).isBetween(MANY - 500L, MANY + 500L);
        assertThat(counts.archived().orElseThrow()).isBetween(MANY / 10 - 500L, MANY / 10 + 500L);
    }

    /** Each open console asks every few seconds. */
    @Test
    void whatIsThroughIsNotRead() throws SQLException {
        events("a", MANY, "now()", ", delivered = true");
        events("a", 10, "now()", "");
        events("b", 10, "now()", ", error = true");
        sql("vacuum analyze fitmesh.event_log");
        long before = rowsRead();

        EventCounts.read(connection);

        assertThat(rowsRead() - before).isLessThan(200);
    }

    @Test
    void aPauseIsKnownToAllAndEnds() throws SQLException {
        DeliveryPause pause = new DeliveryPause(connection);
        assertThat(pause.pause("a")).isTrue();
        assertThat(pause.pause("a")).isFalse();
        assertThat(pause.pause(DeliveryPause.ALL)).isTrue();
        assertThat(pause.paused().keySet()).containsExactly(DeliveryPause.ALL, "a");

        assertThat(pause.resume(DeliveryPause.ALL)).isTrue();
        assertThat(pause.paused().keySet()).containsExactly("a");
        assertThat(pause.resume("a")).isTrue();
        assertThat(pause.resume("a")).isFalse();
        assertThat(pause.paused()).isEmpty();
    }

    private static Duration hour() {
        return Duration.ofHours(1);
    }

    private static Duration hour(int minutes) {
        return hour().plusMinutes(minutes);
    }

    private static long rowsRead() throws SQLException {
        sql("select pg_stat_force_next_flush()");
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select seq_tup_read + idx_tup_fetch from pg_stat_user_tables"
                                        + " where schemaname = 'fitmesh' and relname = 'event_log'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void events(String trigger, int number, String createdAt, String state)
            throws SQLException {
        sql(
                "with added as (insert into fitmesh.event_log (trigger_name, schema_name,"
                        + " table_name, payload, created_at) select '%s', 'public', 'thing', '{}', %s"
                                .formatted(trigger, createdAt)
                        + " from generate_series(1, %d) returning id) select count(*) from added"
                                .formatted(number));
        if (!state.isEmpty()) {
            sql(
                    "update fitmesh.event_log set table_name = 'thing'"
                            + state
                            + " where trigger_name = '"
                            + trigger
                            + "' and position > (select max(position) - "
                            + number
                            + " from fitmesh.event_log)");
        }
    }

    private static void sql(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
