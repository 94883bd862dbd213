package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fitmesh.config.Notifications;
import org.fitmesh.state.Migrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who announces events to whom. */
@Timeout(60)
class EventListenerTest {
    private static final String SLEEPERS =
            "select count(*) from pg_locks where locktype = 'advisory' and granted";
    private static final String WRITE = "insert into watched values (1)";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger wakes = new AtomicInteger();
    private EmbeddedPostgres postgres;
    private DataSource database;
    private EventListener listener;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Migrations.run(database, false);
        run("create table watched (id int)");
        run(
                "create trigger t after insert on watched for each row"
                        + " execute function fitmesh.capture_event('t', 'public', 'watched', '', '', '')");
        listener = new EventListener(database, wakes::incrementAndGet);
    }

    @AfterEach
    void stop() throws IOException {
        listener.stop();
        threads.shutdownNow();
        postgres.close();
    }

    @Test
    void wakesASleepingNodeForAWriteFromAnywhere() throws Exception {
        listener.start(threads);
        for (int write = 0; write < 3; write++) {
            eventually(() -> assertThat(number(SLEEPERS)).isEqualTo(1));
            int before = wakes.get();
            run(WRITE);
            eventually(() -> assertThat(wakes.get()).isGreaterThan(before));
        }
    }

    @Test
    void wakesEachOfTwoNodes() throws Exception {
        AtomicInteger other = new AtomicInteger();
        EventListener second = new EventListener(database, other::incrementAndGet);
        listener.start(threads);
        second.start(threads);
        eventually(() -> assertThat(number(SLEEPERS)).isEqualTo(2));
        int before = wakes.get();
        int beforeOfOther = other.get();
        run(WRITE);
        eventually(() -> assertThat(wakes.get()).isGreaterThan(before));
        eventually(() -> assertThat(other.get()).isGreaterThan(beforeOfOther));
        second.stop();
    }

    @Test
    void nothingIsAnnouncedWhileNobodySleeps() throws Exception {
        try (Connection awake = database.getConnection();
                Statement statement = awake.createStatement()) {
            statement.execute("listen fitmesh_events");
            run(WRITE);
            assertThat(Notifications.await(awake, Duration.ofMillis(300))).isFalse();
        }
    }

    @Test
    void leavesNoLockBehind() throws Exception {
        listener.start(threads);
        eventually(() -> assertThat(number(SLEEPERS)).isEqualTo(1));
        listener.stop();
        eventually(() -> assertThat(number(SLEEPERS)).isZero());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
