package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.telemetry.trace.Traces;

/** Runs what a plan asks of tables, on a connection of the test's own. */
public final class TableAnswers {
    private TableAnswers() {}

    /**
     * The JSON of a root field.
     *
     * @throws org.fitmesh.error.RequestException what PostgreSQL refused
     */
    public static byte[] of(RootPlan step, Connection connection, Binding binding) {
        return of(step, new Statements(connection, binding, new Traces()));
    }

    /**
     * The JSON that a query answers when one statement answers another request before it and after
     * it.
     *
     * @throws org.fitmesh.error.RequestException what PostgreSQL refused
     */
    public static byte[] amongOthers(
            RootPlan.Query query, Connection connection, Binding binding, Binding other) {
        CompiledStatement statement = query.statement();
        String[] own = binding.values(statement.parameters(), null);
        String[] others = other.values(statement.parameters(), null);
        List<JsonSlice> answers =
                Statements.together(
                        connection,
                        statement.sql().together(4, own.length),
                        Stream.of(others, own, others, own)
                                .flatMap(Arrays::stream)
                                .toArray(String[]::new),
                        statement.result(),
                        4);
        String first = answers.get(1).toString();
        assertThat(answers.get(3).toString()).isEqualTo(first);
        return first.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(RootPlan step, Statements statements) {
        if (step instanceof RootPlan.Query query) {
            return statements.query(query).toString().getBytes(StandardCharsets.UTF_8);
        }
        if (step instanceof RootPlan.Mutation mutation) {
            return statements.mutate(mutation).toString().getBytes(StandardCharsets.UTF_8);
        }
        return step instanceof RootPlan.Mutations mutations
                ? statements.mutate(mutations)
                : new NestedInsertRun(statements).run((RootPlan.NestedInsert) step);
    }
}
