package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.fitmesh.dev.server.ApplicationServer;
import org.fitmesh.redeploy.RedeployAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application deployed again and again in one server, which must not grow by that. */
class RedeployIT {
    private static final int TIMES = 10;
    private static final String DATABASE = "redeploy";

    /**
     * One of each application; those of an old one are garbage, or its class loader leaks. Open
     * Liberty keeps those of the first application, as the one in which a logger was made first.
     */
    private static final List<String> ONE_EACH =
            List.of(
                    "org.fitmesh.state.Snapshots",
                    "org.fitmesh.state.DatabaseWatch",
                    "org.fitmesh.event.delivery.DeliveryNode",
                    "org.fitmesh.config.DatabaseContact",
                    "org.fitmesh.lifecycle.TerminationSignal");

    /** Of both servers; a server has those of one. */
    private static final List<String> CLASS_LOADERS =
            List.of(
                    "org.glassfish.web.loader.WebappClassLoader",
                    "com.ibm.ws.classloading.internal.AppClassLoader");

    /** Timers of EJBs that are not kept in a database. */
    private static final List<String> TIMERS =
            List.of(
                    "com.sun.ejb.containers.RuntimeTimerState",
                    "com.ibm.ejs.container.TimerNpRunnable");

    /** Pools of the servers breathe. */
    private static final int FEW = 8;

    private final Fitmesh fitmesh = Fitmesh.running();

    @TempDir private Path folder;

    @Test
    void tenDeploymentsHoldNoMoreThanOne() throws Exception {
        fitmesh.reset();
        fitmesh.sql("drop database if exists " + DATABASE + " with (force)");
        fitmesh.sql("create database " + DATABASE);
        String agent = "-javaagent:%s=%s;%s".formatted(agent(), folder, ServerUnderTest.war());
        // Caches of the JDK and the servers hold classes softly: they count only where memory
        // lasts.
        List<String> options = List.of(agent, "-XX:SoftRefLRUPolicyMSPerMB=0");
        Map<String, String> changes =
                Map.of("HASURA_GRAPHQL_DATABASE_URL", fitmesh.databaseUrl(DATABASE));
        try (ApplicationServer server =
                fitmesh.startNodeWithJavaOptions(DATABASE, changes, options)) {
            server.awaitHealthy();
            HttpApi api = new HttpApi(server.url());
            use(api, 0);
            redeploy(api, 1);
            Footprint one = Footprint.of(server.process());
            int connections = connectionsBefore(databaseTime());

            String last = "";
            for (int i = 2; i <= TIMES; i++) {
                last = databaseTime();
                redeploy(api, i);
            }

            AtomicInteger used = new AtomicInteger(TIMES);
            eventually(
                    () -> {
                        // Open Liberty lets go of done tasks with every twentieth new one.
                        use(api, used.incrementAndGet());
                        holdsNoMore(Footprint.of(server.process()), one);
                    });
            // Those of Open Liberty's own pool stay, and a use may have needed one more; the
            // application's pool makes new ones. One left by each deployment would be too many.
            assertThat(connectionsBefore(last))
                    .as("connections from before the last deployment")
                    .isLessThanOrEqualTo(connections + FEW);
        }
    }

    private static void holdsNoMore(Footprint ten, Footprint one) {
        assertThat(ONE_EACH)
                .allSatisfy(
                        type ->
                                assertThat(ten.instances(type))
                                        .as(type)
                                        .isBetween(1, one.instances(type)));
        assertThat(sum(ten, CLASS_LOADERS))
                .as("class loaders")
                .isPositive()
                .isLessThanOrEqualTo(sum(one, CLASS_LOADERS));
        assertThat(sum(ten, TIMERS)).as("timers").isLessThanOrEqualTo(sum(one, TIMERS));
        assertThat(ten.threads("HttpClient-")).as("of HTTP clients").isLessThanOrEqualTo(2);
        assertThat(ten.threads(""))
                .as("threads: %s, before %s", ten.threads(), one.threads())
                .isLessThanOrEqualTo(one.threads("") + FEW);
    }

    private static int sum(Footprint footprint, List<String> types) {
        return types.stream().mapToInt(footprint::instances).sum();
    }

    private void redeploy(HttpApi api, int number) throws IOException {
        Path done = folder.resolve("done");
        Files.writeString(folder.resolve("request"), "");
        eventually(() -> assertThat(done).exists());
        assertThat(done).isEmptyFile();
        Files.delete(done);
        eventually(() -> assertThat(api.get("/healthz").body()).isEqualTo("OK"));
        use(api, number);
    }

    /** Tables, a remote, Java code, JPA, an event that a webhook gets and one that counts. */
    private void use(HttpApi api, int number) {
        if (number == 0) {
            createTrigger(api);
            assertThat(ask(api, "mutation { insert_users_one(object: {id: \"alice\"}) { id } }"))
                    .contains("\"data\"");
        }
        String log =
                "mutation { log_workout(slug: \"fran\") { slug user { id } workout { title } } }";
        assertThat(api.graphql(log, null, fitmesh.bearer("alice", "user")).body())
                .contains("\"title\":\"Fran\"");
        eventually(
                () ->
                        assertThat(ask(api, "{ workout_popularity { sessions } }"))
                                .contains("\"sessions\":" + (number + 1) + "}"));
        eventually(
                () ->
                        assertThat(fitmesh.webhook().deliveries("/redeploy"))
                                .hasSizeGreaterThanOrEqualTo(number + 1));
    }

    private void createTrigger(HttpApi api) {
        String create =
                """
                {"type": "pg_create_event_trigger", "args": {"name": "redeploy", "source": "default",
                 "table": {"schema": "public", "name": "sessions"}, "webhook": "%s",
                 "insert": {"columns": "*"}}}
                """
                        .formatted(fitmesh.webhook().address("/redeploy"));
        assertThat(
                        api.send(
                                        "POST",
                                        "/v1/metadata",
                                        create.getBytes(StandardCharsets.UTF_8),
                                        Fitmesh.adminHeaders())
                                .body())
                .contains("success");
    }

    private static String ask(HttpApi api, String query) {
        return api.graphql(query, null, Fitmesh.adminHeaders()).body();
    }

    private int connectionsBefore(String time) throws SQLException {
        String count =
                "select count(*) from pg_stat_activity where datname = '%s' and backend_start < '%s'";
        return Integer.parseInt(single(count.formatted(DATABASE, time)));
    }

    private String databaseTime() throws SQLException {
        return single("select clock_timestamp()");
    }

    private String single(String query) throws SQLException {
        try (Connection connection = fitmesh.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", RedeployAgent.class.getName());
        Path jar = folder.resolve("agent.jar");
        String name = RedeployAgent.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(name));
            Files.copy(Path.of("target", "test-classes", name), out);
        }
        return jar;
    }
}
