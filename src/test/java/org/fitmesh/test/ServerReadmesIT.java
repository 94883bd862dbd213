package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.fitmesh.dev.database.EmbeddedDatabase;
import org.fitmesh.dev.server.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Follows each README of {@code server-config} on a fresh server, from its start to the first
 * query, with one WAR. Not among the tests of {@code mvn verify}, as it wants three servers: {@code
 * mvn verify -Preadmes}.
 */
class ServerReadmesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path HOME =
            Path.of(System.getProperty("fitmesh.dev.home", "target/dev")).toAbsolutePath();
    private static final Path TESTS = Path.of("target", "readmes").toAbsolutePath();

    private static Path folder;
    private static EmbeddedDatabase database;
    private static String war;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(TESTS);
        folder = Files.createTempDirectory(TESTS, "run");
        database = EmbeddedDatabase.start(folder.resolve("postgres"), 0, Map.of());
        war = sha256();
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) database.close();
    }

    @Test
    void payaraMicro() throws Exception {
        Map<String, String> chosen = settings("payara_micro");
        chosen.keySet().removeIf(name -> name.startsWith("PG"));
        chosen.put("PORT", Integer.toString(FreePort.any()));
        chosen.put("HASURA_GRAPHQL_DATABASE_URL", url("payara_micro"));
        follow("payara", "## Payara Micro", "payara_micro", chosen);
    }

    @Test
    void payaraServer() throws Exception {
        Map<String, String> chosen = settings("payara_server");
        chosen.put("PAYARA", fresh("payara6", "payara_server"));
        chosen.put("PORTBASE", Integer.toString(freeHundred()));
        follow("payara", "## Payara Server", "payara_server", chosen);
    }

    @Test
    void openLiberty() throws Exception {
        Map<String, String> chosen = settings("open_liberty");
        chosen.put("WLP", fresh("wlp", "open_liberty"));
        chosen.put("PORT", Integer.toString(FreePort.any()));
        follow("openliberty", "", "open_liberty", chosen);
    }

    private static void follow(
            String config, String heading, String name, Map<String, String> chosen)
            throws Exception {
        Path work = Files.createDirectories(folder.resolve(name));
        Files.createSymbolicLink(work.resolve("target"), HOME.getParent());
        Path configs = Path.of("server-config").toAbsolutePath();
        Files.createSymbolicLink(work.resolve("server-config"), configs);
        Path readme = configs.resolve(config).resolve("README.md");
        long start = System.nanoTime();
        new FollowedReadme(work, PATIENCE).follow(ReadmeSteps.read(readme, heading).with(chosen));
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(sha256()).as("the same WAR on each server").isEqualTo(war);
        System.out.printf("%s: followed in %d s with fitmesh.war %s%n", name, seconds, war);
    }

    /** A role that may do nothing but make what it needs in a database of its own. */
    private static Map<String, String> settings(String name) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password 'secret'");
            statement.execute("create database " + name + " owner " + name);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PGPORT", Integer.toString(database.port()));
        settings.put("PGDATABASE", name);
        settings.put("PGUSER", name);
        settings.put("PGPASSWORD", "secret");
        settings.put("HASURA_GRAPHQL_ADMIN_SECRET", "readme-secret");
        return settings;
    }

    private static String url(String name) {
        return "postgres://" + name + ":secret@localhost:" + database.port() + "/" + name;
    }

    /** A copy of an unpacked server, with its permissions. */
    private static String fresh(String server, String name) throws Exception {
        Path unpacked = HOME.resolve(server);
        assertThat(unpacked).as("build with mvn verify -Preadmes").isDirectory();
        Path work = Files.createDirectories(folder.resolve(name));
        Process copy =
                new ProcessBuilder("cp", "-a", unpacked.toString(), work.toString())
                        .inheritIO()
                        .start();
        assertThat(copy.waitFor()).isZero();
        return work.resolve(server).toString();
    }

    private static String sha256() throws Exception {
        byte[] bytes = Files.readAllBytes(HOME.resolveSibling("fitmesh.war"));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** A domain takes ports up to 86 beyond it, and looks itself whether they are free. */
    private static int freeHundred() {
        int base = 0;
        while (base == 0 || !FreePort.isFree(base + 80) || !FreePort.isFree(base + 48)) {
            base = 100 * ThreadLocalRandom.current().nextInt(120, 320);
        }
        return base;
    }
}
