package org.fitmesh.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rolling update: an older node works on while a newer one has migrated the database, and may be
 * started again on it.
 */
@Timeout(120)
class NodesOfTwoVersionsTest {
    /** What a statement of an older node may name. */
    private static final String THINGS =
            """
            select format('column %s.%s.%s %s', table_schema, table_name, column_name, udt_name)
            from information_schema.columns where table_schema in ('public', 'fitmesh')
            union all
            select format('function %s(%s)', p.oid::regproc, pg_get_function_identity_arguments(p.oid))
            from pg_proc p where pronamespace = 'fitmesh'::regnamespace
            union all
            select format('constraint %s.%s', conrelid::regclass, conname)
            from pg_constraint where contype in ('p', 'u') and conrelid > 0
              and connamespace in ('public'::regnamespace, 'fitmesh'::regnamespace)
            """;

    /** What an insert that does not know of it must give: the older node's inserts would fail. */
    private static final String REQUIRED =
            """
            select format('required %s.%s.%s', table_schema, table_name, column_name)
            from information_schema.columns
            where table_schema in ('public', 'fitmesh') and is_nullable = 'NO'
              and column_default is null and is_identity = 'NO'
            """;

    private static final String TABLES =
            "select format('%s.%s', schemaname, tablename) from pg_tables"
                    + " where schemaname in ('public', 'fitmesh')";

    private static EmbeddedPostgres postgres;
    private static int databases;

    private DataSource database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        String name = "versions_" + ++databases;
        execute(postgres.getPostgresDatabase(), "create database " + name);
        database = postgres.getDatabase("postgres", name);
    }

    static Stream<Arguments> olderVersions() throws IOException {
        return Stream.concat(olderVersions("engine"), olderVersions("fit"));
    }

    /** All but the newest file. */
    private static Stream<Arguments> olderVersions(String part) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql", part))) {
            int versions =
                    (int)
                            files.filter(file -> file.getFileName().toString().startsWith("V"))
                                    .count();
            return IntStream.range(1, versions).mapToObj(v -> Arguments.of(part, v));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("olderVersions")
    void whatAnOlderNodeUsesIsStillThere(String part, int version) throws SQLException {
        if (part.equals("fit")) Migrations.run(database, false);
        migrate(part, version);
        Set<String> before = strings(THINGS);
        Set<String> tables = strings(TABLES);
        Set<String> required = strings(REQUIRED);
        assertThat(before).isNotEmpty();

        Migrations.run(database, true);

        assertThat(strings(THINGS)).containsAll(before);
        assertThat(strings(REQUIRED))
                .filteredOn(column -> tables.stream().anyMatch(t -> column.contains(" " + t + ".")))
                .isSubsetOf(required);
    }

    /** A start of the older node is a restart, after a crash for instance, during the update. */
    @Test
    void anOlderNodeStartsOnADatabaseThatANewerOneHasMigrated() throws SQLException {
        Migrations.run(database, true);
        for (String part : new String[] {"engine", "fit"}) {
            execute(
                    database,
                    "insert into fitmesh."
                            + part
                            + "_migrations (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, execution_time, success) values (1000, '1000',"
                            + " 'of a newer version', 'SQL', 'V1000__of_a_newer_version.sql', 1,"
                            + " 'postgres', 1, true)");
        }

        assertThatCode(() -> Migrations.run(database, true)).doesNotThrowAnyException();
    }

    private void migrate(String part, int version) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:sql/" + part)
                .defaultSchema("fitmesh")
                .createSchemas(true)
                .table(part + "_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private Set<String> strings(String query) throws SQLException {
        Set<String> values = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) values.add(row.getString(1));
        }
        return values;
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
