package org.fitmesh.event.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.state.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the triggers on observed tables keep; the user owns the database and is no superuser. */
class ObservedTableTest {
    private static final String WATCHED = "select set_config('fitmesh.observe', 'on', false)";
    private static final String KEPT =
            "select concat_ws(' ', op, table_name, old_row, new_row) from fitmesh.observed_change"
                    + " order by position";

    private static EmbeddedPostgres postgres;
    private static int databases;

    private Connection connection;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        admin("create role fit login");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void database() throws Exception {
        String name = "observed_" + ++databases;
        admin("create database " + name + " owner fit");
        Migrations.run(postgres.getDatabase("fit", name), false);
        connection = postgres.getDatabase("fit", name).getConnection();
        run("create table notes (id int primary key, body json)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aTableGetsItsTriggerOnce() throws SQLException {
        assertThat(strings("select fitmesh.observe_table('public', 'notes')")).containsExactly("t");
        assertThat(strings("select fitmesh.observe_table('public', 'notes')")).containsExactly("f");
    }

    @Test
    void aDroppedTriggerIsMadeAgainAndARenamedTableTellsItsNewName() throws SQLException {
        observe("notes");
        run("drop trigger fitmesh_observed_change on notes");
        observe("notes");
        run("alter table notes rename to \"Odd \"\"Notes\"");
        observe("Odd \"Notes");
        run(WATCHED);
        run("insert into \"Odd \"\"Notes\" values (1)");

        assertThat(strings(KEPT)).containsExactly("INSERT Odd \"Notes {\"id\": 1, \"body\": null}");
    }

    @Test
    void nothingIsKeptOutsideOfAWatchedTransaction() throws SQLException {
        observe("notes");
        run("insert into notes values (1)");

        assertThat(strings(KEPT)).isEmpty();
    }

    @Test
    void bothStatesOfARowAreKeptButNotWhereNothingChanged() throws SQLException {
        observe("notes");
        run("insert into notes values (1, '{}')");
        run(WATCHED);
        run("update notes set id = id");
        run("update notes set body = '[1]'");
        run("delete from notes");

        assertThat(strings(KEPT))
                .containsExactly(
                        "UPDATE notes {\"id\": 1, \"body\": {}} {\"id\": 1, \"body\": [1]}",
                        "DELETE notes {\"id\": 1, \"body\": [1]}");
    }

    @Test
    void rowsOfPartitionsAreToldUnderTheNameOfTheirTable() throws SQLException {
        run("create table logs (id int, kind text) partition by list (kind)");
        run("create table logs_a (kind text, id int)");
        run("alter table logs attach partition logs_a for values in ('a')");
        observe("logs");
        run(WATCHED);
        run("insert into logs values (1, 'a')");

        assertThat(strings(KEPT)).containsExactly("INSERT logs {\"id\": 1, \"kind\": \"a\"}");
    }

    @Test
    void aViewIsRefused() throws SQLException {
        run("create view seen as select * from notes");

        assertThatThrownBy(() -> observe("seen")).hasMessageContaining("\"seen\" is a view");
    }

    @Test
    void whoeverMayWriteTheTableNeedNotKnowOfTheEngine() throws SQLException {
        observe("notes");
        admin("drop role if exists writer");
        admin("create role writer");
        admin("grant writer to fit");
        run("grant insert on notes to writer");
        run(WATCHED);
        run("set role writer");
        run("insert into notes values (1)");
        run("reset role");

        assertThat(strings(KEPT)).hasSize(1);
    }

    private void observe(String table) throws SQLException {
        assertThat(
                        strings(
                                "select fitmesh.observe_table('public', '"
                                        + table.replace("'", "''")
                                        + "')"))
                .containsExactly("t");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static void admin(String sql) throws SQLException {
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
