package org.fitmesh.execute;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.RootPlan;
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
