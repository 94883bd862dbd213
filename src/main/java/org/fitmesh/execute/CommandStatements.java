package org.fitmesh.execute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import org.fitmesh.auth.Session;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.plan.compile.WriteStatements;
import org.fitmesh.telemetry.trace.Traces;

/** Runs the statements of a command on rows, in a transaction that is the command's. */
public final class CommandStatements {
    private final Statements statements;
    private final ErrorPath path;

    /**
     * @param session who asks
     * @param path where failures are reported
     */
    public CommandStatements(Connection connection, Session session, ErrorPath path) {
        Binding binding = new Binding(JsonNodeFactory.instance.objectNode(), session.variables());
        this.statements = new Statements(connection, binding, new Traces());
        this.path = path;
    }

    /**
     * What a statement reads, as JSON.
     *
     * @throws org.fitmesh.error.RequestException what the database says, in Hasura's words
     */
    public String read(CompiledStatement statement) {
        return statements.read(statement, path).toString();
    }

    /**
     * The answer of a write, as JSON.
     *
     * @throws org.fitmesh.error.RequestException what the database says, in Hasura's words
     */
    public String write(WriteStatements write) {
        return statements
                .mutate(new RootPlan.Mutation("rows", write.write(), write.answer(), path))
                .toString();
    }
}
