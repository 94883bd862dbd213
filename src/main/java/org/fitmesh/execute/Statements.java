package org.fitmesh.execute;

import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.Written;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.compile.Result;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.sql.SqlStatement;
import org.fitmesh.telemetry.trace.Traced;
import org.fitmesh.telemetry.trace.Traces;

/** Runs the statements of one request on one connection. */
record Statements(Connection connection, Binding binding, Traces traces) {
    private static final Logger LOG = System.getLogger(Statements.class.getName());
    private static final byte[] NULL_BYTES = "null".getBytes(StandardCharsets.UTF_8);

    /** What is answered where there is no row. */
    static final JsonSlice NULL = JsonSlice.of(NULL_BYTES);

    /** The JSON of a query: as PostgreSQL wrote it, or made of plain rows. */
    JsonSlice query(RootPlan.Query query) {
        return query(query, binding.values(query.statement().parameters(), null));
    }

    /** The same with values that are bound already. */
    JsonSlice query(RootPlan.Query query, String[] values) {
        CompiledStatement statement = query.statement();
        return run(query.key(), statement, values, ErrorPath.ROOT, reading(statement.result()));
    }

    /**
     * The JSON of what a command reads.
     *
     * @param path where a failure is reported
     */
    JsonSlice read(CompiledStatement statement, ErrorPath path) {
        String[] values = binding.values(statement.parameters(), null);
        return run("rows of a command", statement, values, path, reading(statement.result()));
    }

    private static Reading<JsonSlice> reading(Result result) {
        return rows -> answer(AnswerRows.all(rows), result);
    }

    private static JsonSlice answer(AnswerRows rows, Result result) throws SQLException {
        if (result instanceof Result.Rows form) {
            return new RowsJson(form).read(rows);
        }
        byte[] json = rows.next() ? rows.bytes(1) : null;
        return json == null ? NULL : JsonSlice.of(json);
    }

    /**
     * What a statement reads for several at once, in their order.
     *
     * @param statement made by {@link SqlStatement#together}
     * @param values of all of them, one after the other
     * @param form what it gives for each
     */
    static List<JsonSlice> together(
            Connection connection,
            SqlStatement statement,
            String[] values,
            Result form,
            int requests) {
        try (PreparedStatement prepared = connection.prepareStatement(statement.text())) {
            bind(prepared, statement.parameters(), values);
            try (ResultSet result = prepared.executeQuery()) {
                AnswerRows rows = AnswerRows.ofFirst(result);
                List<JsonSlice> answers = new ArrayList<>();
                for (int i = 0; i < requests; i++) {
                    answers.add(answer(rows, form));
                    rows.ofNext();
                }
                return answers;
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, statement.text(), ErrorPath.ROOT);
        }
    }

    /** The JSON of a mutation's answer. */
    JsonSlice mutate(RootPlan.Mutation mutation) {
        CompiledStatement write = mutation.write();
        Optional<CompiledStatement> answer = mutation.answer();
        if (answer.isEmpty()) {
            String[] values = binding.values(write.parameters(), null);
            return run(mutation.key(), write, values, mutation.path(), reading(write.result()));
        }
        byte[] written = run(mutation.key(), write, null, mutation.path());
        String rows = new String(written, StandardCharsets.UTF_8);
        return JsonSlice.of(run(mutation.key(), answer.get(), rows, mutation.path()));
    }

    /** The JSON list of the answers of mutations, each of which sees what those before it did. */
    byte[] mutate(RootPlan.Mutations mutations) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        int separator = '[';
        for (RootPlan.Mutation mutation : mutations.parts()) {
            list.write(separator);
            JsonSlice one = mutate(mutation);
            list.write(one.text(), one.start(), one.length());
            separator = ',';
        }
        list.write(']');
        return list.toByteArray();
    }

    /**
     * Rows by their keys, a JSON list.
     *
     * @param keys a JSON list
     */
    byte[] byKeys(CompiledStatement statement, String keys) {
        return run("rows of code", statement, keys, ErrorPath.ROOT);
    }

    private byte[] run(String field, CompiledStatement statement, String rows, ErrorPath path) {
        String[] values = binding.values(statement.parameters(), rows);
        return run(field, statement, values, path, Statements::json);
    }

    /** The JSON that a nested insert answers. */
    byte[] answer(RootPlan.NestedInsert insert, Written written) {
        return run(insert.key(), insert.answer(), written, ErrorPath.ROOT, Statements::json);
    }

    private static byte[] json(ResultSet result) throws SQLException {
        byte[] json = result.next() ? result.getBytes(1) : null;
        return json == null ? NULL_BYTES : json;
    }

    /** Reads what a statement answers. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }

    /**
     * Runs a statement of a nested insert.
     *
     * @param field for which it runs, for the trace
     * @param path where a violated constraint is reported
     */
    <T> T run(
            String field,
            CompiledStatement statement,
            Written written,
            ErrorPath path,
            Reading<T> reading) {
        String[] values = binding.valuesAfter(statement.parameters(), written);
        return run(field, statement, values, path, reading);
    }

    private <T> T run(
            String field,
            CompiledStatement statement,
            String[] values,
            ErrorPath path,
            Reading<T> reading) {
        String sql = statement.sql().text();
        try (Traced span = traces.statement(field, sql)) {
            return span.failing(() -> run(statement, values, path, reading), "postgres-error");
        }
    }

    private <T> T run(
            CompiledStatement statement, String[] values, ErrorPath path, Reading<T> reading) {
        String sql = statement.sql().text();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            bind(prepared, statement.sql().parameters(), values);
            try (ResultSet result = prepared.executeQuery()) {
                return reading.of(result);
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, sql, path);
        }
    }

    /** Each value goes as text of no type: the cast beside the parameter tells PostgreSQL. */
    static void bind(PreparedStatement prepared, int[] parameters, String[] values)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            String value = values[parameters[i]];
            if (value == null) {
                prepared.setNull(i + 1, Types.OTHER);
            } else {
                prepared.setObject(i + 1, value, Types.OTHER);
            }
        }
    }

    /**
     * Runs work as one transaction; any failure undoes all of it.
     *
     * @throws RequestException what the work threw, or what the database said of the commit
     */
    void inTransaction(Runnable work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            work.run();
            commit();
            committed = true;
        } finally {
            if (!committed) {
                rollback();
            }
        }
        connection.setAutoCommit(true);
    }

    /** Constraints that are deferred are checked here. */
    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailure.of(e, "commit", ErrorPath.ROOT);
        }
    }

    /** What made it fail is what the client must read, even when the connection is gone too. */
    private void rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "rollback failed, the connection is lost", e);
        }
    }
}
