package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.fitmesh.event.delivery.Claims.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** What a connection of the pool learned while the log was empty must not slow it down later. */
class EventLogPlansTest extends DeliveryNodes {
    /**
     * PostgreSQL may keep a plan from the sixth execution on, the driver a statement from the
     * fifth.
     */
    private static final int EXECUTIONS = 12;

    private static final int MANY = 5_000;

    private PooledConnection pooled;
    private Claims claims;
    private ResultLog results;

    @BeforeEach
    void connect() throws SQLException {
        sql("alter table fitmesh.event_log set (autovacuum_enabled = off)");
        var source = new PGConnectionPoolDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pooled = source.getPooledConnection();
        UUID node = UUID.randomUUID();
        claims = new Claims(oneConnection(), node, Duration.ofSeconds(90));
        results = new ResultLog(oneConnection(), node);
    }

    /** A pool with one connection, which hands out wrapped statements as the container's does. */
    private DataSource oneConnection() {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> pooled.getConnection());
    }

    @AfterEach
    void disconnect() throws SQLException {
        pooled.close();
        sql("alter table fitmesh.event_log reset (autovacuum_enabled)");
    }

    @Test
    void theWholeLogIsNotReadThoughItWasEmptyAtFirst() throws Exception {
        deliver();
        sql(
                "insert into fitmesh.event_log (trigger_name, schema_name, table_name, payload,"
                        + " delivered) select 'made', 'public', 'thing', '{}', true"
                        + " from generate_series(1, "
                        + MANY
                        + ")");
        long before = rowsReadInSequence();

        deliver();

        assertThat(rowsReadInSequence() - before).isLessThan(MANY);
        assertThat(count("delivered")).isEqualTo(MANY + 2 * EXECUTIONS);
    }

    private void deliver() throws SQLException {
        for (int i = 0; i < EXECUTIONS; i++) {
            event("made", i, null);
            List<ClaimedEvent> taken = claims.take(List.of(new Wanted("made", 10, false)));
            claims.renew(taken.stream().map(ClaimedEvent::id).toList());
            results.write(taken.stream().map(EventLogPlansTest::delivered).toList());
        }
    }

    private static Result delivered(ClaimedEvent event) {
        return new Result(
                UUID.randomUUID(), event, 0, "[]", new Answer.Observed(), new NextStep.Delivered());
    }

    /** The backend reports its counts when it is told to, else with a delay. */
    private long rowsReadInSequence() throws SQLException {
        try (var connection = pooled.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
        }
        return Long.parseLong(
                text(
                        "select seq_tup_read from pg_stat_user_tables where schemaname = 'fitmesh'"
                                + " and relname = 'event_log'"));
    }
}
