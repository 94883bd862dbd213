package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.Settings;
import org.fitmesh.dev.webhook.Delivery;
import org.fitmesh.dev.webhook.WebhookReceiver;
import org.fitmesh.event.Deliveries;
import org.fitmesh.state.Migrations;
import org.fitmesh.telemetry.metric.EventMetrics;
import org.fitmesh.telemetry.metric.Metrics;
import org.fitmesh.telemetry.trace.Traces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Nodes without a container, on a real log, with a real receiver. */
abstract class DeliveryNodes {
    static final int OPEN = 3;
    static final String PAYLOAD =
            "{\"op\":\"INSERT\",\"data\":{\"old\":null,\"new\":{\"id\":%d,\"n\":1.50}},"
                    + "\"session_variables\":{\"x-hasura-role\":\"user\"},\"trace_context\":"
                    + "{\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\",\"span_id\":\"b7ad6b7169203331\"}}";

    static EmbeddedPostgres postgres;
    static DataSource database;
    static WebhookReceiver receiver;
    static ExecutorService executor;
    static ApplicationTimer timer;

    final List<DeliveryNode> nodes = new ArrayList<>();
    final List<Deliveries> observed = new CopyOnWriteArrayList<>();
    final TestTriggers triggers = new TestTriggers();

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Migrations.run(database, false);
        receiver = WebhookReceiver.start(0);
        executor = Executors.newCachedThreadPool();
        timer = ApplicationTimer.ofThreads(Thread::new, "test");
    }

    @AfterAll
    static void stop() throws Exception {
        timer.end();
        executor.shutdown();
        receiver.close();
        postgres.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        receiver.reset();
        sql("truncate fitmesh.event_log, fitmesh.event_invocation_log, fitmesh.delivery_pause");
    }

    @AfterEach
    void end() {
        receiver.clearFaults();
        nodes.forEach(node -> node.stop(Duration.ofSeconds(5)));
    }

    DeliveryNode node() {
        return node(Duration.ofSeconds(90));
    }

    DeliveryNode node(Duration lease) {
        return node(settings(lease, true));
    }

    DeliveryNode node(Settings.Events settings) {
        return node(settings, executor);
    }

    DeliveryNode node(Settings.Events settings, Executor threads) {
        DeliveryNode node =
                new DeliveryNode(
                        settings,
                        triggers::get,
                        database,
                        threads,
                        timer,
                        this::observe,
                        new EventMetrics(new Metrics()),
                        new Traces());
        nodes.add(node);
        return node;
    }

    void observe(String name, Deliveries batch) {
        if (name.equals("picky")
                && batch.events().stream()
                        .anyMatch(event -> event.newRow().orElse("").contains("\"id\":1"))) {
            throw new IllegalArgumentException("not this one");
        }
        if (name.equals("broken")) {
            throw new NoClassDefFoundError("a class of the application");
        }
        observed.add(batch);
    }

    static Settings.Events settings(Duration lease, boolean privateAddresses) {
        return new Settings.Events(
                OPEN,
                Duration.ofSeconds(1),
                100,
                lease,
                Duration.ofMinutes(1),
                List.of(),
                privateAddresses,
                Duration.ofHours(1),
                Duration.ofHours(1));
    }

    static URI hook(String path) {
        return receiver.address(path);
    }

    static void event(String trigger, int id, String rowKey) throws SQLException {
        sql(
                "insert into fitmesh.event_log (trigger_name, schema_name, table_name, payload,"
                        + " row_key) values ('%s', 'public', 'thing', '%s', %s)"
                                .formatted(
                                        trigger,
                                        PAYLOAD.formatted(id),
                                        rowKey == null ? "null" : "'" + rowKey + "'"));
    }

    static List<Delivery> delivered(String path, int number) {
        eventually(() -> assertThat(receiver.deliveries(path)).hasSize(number));
        return receiver.deliveries(path);
    }

    /** State and tries of each event, in their order. */
    static List<String> states() throws SQLException {
        return texts(
                "select case when delivered then 'delivered' when error then 'error'"
                        + " else 'pending' end || ' ' || tries from fitmesh.event_log"
                        + " order by position");
    }

    /** Seconds from an invocation to the next, on the database's clock. */
    static List<String> waits() throws SQLException {
        return texts(
                "select extract(epoch from e.due_at - i.created_at) from fitmesh.event_log e"
                        + " join fitmesh.event_invocation_log i on i.event_id = e.id");
    }

    static List<String> tries() throws SQLException {
        return texts(
                "select i.current_retry from fitmesh.event_invocation_log i"
                        + " join fitmesh.event_log e on e.id = i.event_id order by 1");
    }

    static int count(String condition) throws SQLException {
        return Integer.parseInt(text("select count(*) from fitmesh.event_log where " + condition));
    }

    static String text(String query) throws SQLException {
        return texts(query).get(0);
    }

    static List<String> texts(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    static void sql(String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
