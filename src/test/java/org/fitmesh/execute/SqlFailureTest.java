package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.trace.Traces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that PostgreSQL itself raises. */
class SqlFailureTest {
    private static final ErrorPath PATH = ErrorPath.ROOT.key("there");
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        run(
                """
                create extension btree_gist;
                create table parent (id int primary key, amount int check (amount > 0), name text unique);
                create table child (id int not null, parent int references parent,
                  span int4range, exclude using gist (span with &&));
                create table late (n int, constraint late_key unique (n) deferrable initially deferred);
                insert into parent values (1, 1, 'one');
                insert into child values (1, 1, '[1,5)');
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    insert into parent values (1)                    | constraint-violation | $.there | Uniqueness violation. duplicate key value violates unique constraint "parent_pkey"
                    insert into child values (2, 9)                  | constraint-violation | $.there | Foreign key violation. insert or update on table "child" violates foreign key constraint "child_parent_fkey"
                    insert into child values (null)                  | constraint-violation | $.there | Not-NULL violation. null value in column "id" of relation "child" violates not-null constraint
                    insert into child values (2, 1, '[4,6)')         | constraint-violation | $.there | Exclusion violation. conflicting key value violates exclusion constraint "child_span_excl"
                    insert into parent values (2, 0)                 | permission-error     | $.there | Check constraint violation. new row for relation "parent" violates check constraint "parent_amount_check"
                    do $$begin raise exception using errcode = 'FM001', message = 'no'; end$$ | permission-error | $.there | no
                    insert into parent values (1) on conflict (amount) do nothing | constraint-error | $.there | there is no unique or exclusion constraint on target column(s)
                    select 'x'::int                                  | data-exception       | $.there | invalid input syntax for type integer: "x"
                    select 1 / 0                                     | data-exception       | $.there | division by zero
                    select 99999999999::int                          | data-exception       | $.there | integer out of range
                    select 'ab' like 'a\\'                            | bad-request          | $.there | LIKE pattern must not end with escape character
                    do $$begin raise exception using errcode = '23001', message = 'kept'; end$$ | constraint-violation | $.there | Can not delete or update due to data being referred. kept
                    do $$begin raise exception using errcode = '23000', message = 'odd'; end$$ | constraint-violation | $.there | odd
                    insert into parent values (3) on conflict on constraint gone do nothing | constraint-error | $.there | constraint "gone" for table "parent" does not exist
                    do $$begin raise exception 'no such luck'; end$$ | unexpected        | $.there | database query error
                    do $$begin raise exception using errcode = '44000', message = 'not of the view'; end$$ | unexpected | $.there | database query error
                    do $$begin raise exception using errcode = '42501', message = 'not yours'; end$$ | unexpected | $.there | database query error
                    do $$begin raise exception using errcode = '40001', message = 'again'; end$$ | concurrent-update | $ | serialization failure due to concurrent update
                    do $$begin raise exception using errcode = '40P01', message = 'deadlock detected'; end$$ | concurrent-update | $ | deadlock detected
                    do $$begin raise exception using errcode = '53300', message = 'full'; end$$ | postgres-max-connections-error | $ | full
                    do $$begin raise exception using errcode = '57P01', message = 'bye'; end$$ | postgres-error | $ | connection error
                    select * from nowhere                            | unexpected           | $.there | database query error
                    """)
    void hasHasurasCodeAndMessage(String sql, String code, String path, String message) {
        RequestException failure = failure(sql);

        assertThat(failure.code().text()).isEqualTo(code);
        assertThat(failure.path().text()).isEqualTo(path);
        assertThat(failure).hasMessage(message);
    }

    @Test
    void tellsAdministratorsWhatPostgresSaid() throws Exception {
        RequestException failure = failure("insert into parent values (1)");

        JsonNode internal = new ObjectMapper().readTree(failure.internalJson().orElseThrow());
        assertThat(internal.path("error").path("status_code").asText()).isEqualTo("23505");
        assertThat(internal.path("error").path("description").asText())
                .isEqualTo("Key (id)=(1) already exists.");
        assertThat(internal.path("statement").asText()).isEqualTo("insert into parent values (1)");
        assertThat(internal.path("error").path("exec_status").asText()).isEqualTo("FatalError");
    }

    @Test
    void findsTheDriversErrorBelowThePools() {
        SQLException wrapped =
                new SQLException("pool", sqlException("insert into parent values (1)"));

        assertThat(SqlFailure.of(wrapped, "", PATH)).hasMessageStartingWith("Uniqueness violation");
    }

    @Test
    void takesAnythingElseForAConnectionError() {
        RequestException failure = SqlFailure.of(new SQLException("secret host"), "", PATH);

        assertThat(failure.code().text()).isEqualTo("postgres-error");
        assertThat(failure).hasMessage("connection error");
        assertThat(failure.internalJson()).isEmpty();
    }

    @Test
    void tellsOfAConstraintThatIsCheckedByTheCommit() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Statements statements = new Statements(connection, null, new Traces());

            RequestException failure =
                    catchThrowableOfType(
                            RequestException.class,
                            () ->
                                    statements.inTransaction(
                                            () ->
                                                    execute(
                                                            connection,
                                                            "insert into late values (1), (1)")));

            assertThat(failure.code().text()).isEqualTo("constraint-violation");
            assertThat(failure.path()).isEqualTo(ErrorPath.ROOT);
            assertThat(failure)
                    .hasMessage(
                            "Uniqueness violation. duplicate key value violates unique constraint"
                                    + " \"late_key\"");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestException failure(String sql) {
        return SqlFailure.of(sqlException(sql), sql, PATH);
    }

    private static SQLException sqlException(String sql) {
        return catchThrowableOfType(SQLException.class, () -> run(sql));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
