package org.fitmesh.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As on a rented database: the user owns it and is no superuser. */
@Timeout(120)
class MigrationsTest {
    private static EmbeddedPostgres postgres;
    private static int databases;

    private DataSource database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        run(postgres.getPostgresDatabase(), "create role fit login");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = "migrated_" + ++databases;
        run(postgres.getPostgresDatabase(), "create database " + name + " owner fit");
        database = postgres.getDatabase("fit", name);
    }

    @Test
    void engineAloneMakesNoTables() throws SQLException {
        Migrations.run(database, false);

        assertThat(tables()).isEmpty();
    }

    @Test
    void fitCanBeAddedLater() throws SQLException {
        Migrations.run(database, false);
        Migrations.run(database, true);

        assertThat(tables()).containsExactly("sessions", "users", "workout_popularity");
    }

    @Test
    void secondRunChangesNothing() throws SQLException, IOException {
        Migrations.run(database, true);
        List<String> before = history();
        Migrations.run(database, true);

        assertThat(history()).isEqualTo(before).hasSize(steps());
    }

    @Test
    void defaultsAreTheDatabases() throws SQLException {
        Migrations.run(database, true);
        run(database, "insert into users (id) values ('auth0|alice')");
        run(database, "insert into sessions (user_id, slug) values ('auth0|alice', 'murph')");
        run(database, "update sessions set notes = 'hard', updated_at = 'epoch'");

        assertThat(
                        strings(
                                "select id is not null and date_completed = created_at"
                                        + " and updated_at > created_at from sessions"))
                .containsExactly("t");
        assertThatThrownBy(
                        () ->
                                run(
                                        database,
                                        "insert into sessions (user_id, slug) values ('x', 'y')"))
                .hasMessageContaining("sessions_user_id_fkey");
    }

    @Test
    void checkViolationRaises() throws SQLException {
        Migrations.run(database, false);

        assertThatThrownBy(() -> run(database, "select fitmesh.check_violation('not yours')"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("FM001"))
                .hasMessageContaining("not yours");
    }

    @Test
    void tablesOfHasuraFitAreKept() throws SQLException {
        run(
                database,
                "create table users (id text primary key, name text, last_seen timestamptz)",
                "create table sessions (id uuid primary key default gen_random_uuid(),"
                        + " user_id text not null, slug text not null,"
                        + " created_at timestamptz not null default now())",
                "insert into users (id) values ('auth0|alice')",
                "insert into sessions (user_id, slug) values ('auth0|alice', 'murph'),"
                        + " ('gone', 'fran')");

        Migrations.run(database, true);

        assertThat(strings("select slug from sessions where updated_at is not null order by slug"))
                .containsExactly("fran", "murph");
        assertThatThrownBy(
                        () ->
                                run(
                                        database,
                                        "insert into sessions (user_id, slug) values ('x', 'y')"))
                .hasMessageContaining("sessions_user_id_fkey");
    }

    @Test
    void tablesOfOtherTypesDoNotStopTheStart() throws SQLException {
        run(
                database,
                "create table users (id uuid primary key)",
                "create table sessions (id serial primary key, user_id text, slug text)");

        Migrations.run(database, true);

        assertThat(tables()).containsExactly("sessions", "users", "workout_popularity");
    }

    @Test
    void twoNodesAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            createDatabase();
            int nodes = 3;
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(nodes);
            List<Future<?>> runs = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                runs.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    Migrations.run(database, true);
                                    return null;
                                }));
            }
            start.countDown();
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
            assertThat(history()).hasSize(steps());
        }
    }

    private List<String> tables() throws SQLException {
        return strings(
                "select tablename from pg_tables where schemaname = 'public' order by tablename");
    }

    /** Each file once, the schema's creation and the second part's baseline. */
    private static int steps() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sql"))) {
            return 2 + (int) files.filter(file -> file.toString().endsWith(".sql")).count();
        }
    }

    private List<String> history() throws SQLException {
        return strings(
                "select concat_ws(' ', version, description, installed_on, success)"
                        + " from fitmesh.engine_migrations union all"
                        + " select concat_ws(' ', version, description, installed_on, success)"
                        + " from fitmesh.fit_migrations order by 1");
    }

    private List<String> strings(String query) throws SQLException {
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

    private static void run(DataSource dataSource, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
