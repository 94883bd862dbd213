package org.fitmesh.execute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.introspection.AnswerBudget;
import org.fitmesh.graphql.introspection.IntrospectionSchema;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.Steps;
import org.fitmesh.plan.compile.CompiledStatement;
import org.fitmesh.remote.Caller;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.remote.RemoteReply;
import org.fitmesh.telemetry.trace.TraceIds;

/** One plan while it runs. */
final class PlanRun {
    private final PlanExecutor executor;
    private final Plan plan;
    private final TypeSystem types;
    private final Request request;
    private final Caller caller;
    private final Values values = new Values();
    private final AnswerBudget budget = new AnswerBudget();
    private JsonSlice remoteErrors;

    PlanRun(PlanExecutor executor, Plan plan, TypeSystem types, Request request) {
        this.executor = executor;
        this.plan = plan;
        this.types = types;
        this.request = request;
        this.caller = Caller.of(request.session(), request.clientHeaders());
    }

    /**
     * Remotes work in the background, if there is anything else to do meanwhile. Java code holds no
     * connection of ours while it runs: it takes its own out of the same pool.
     */
    Answer query() {
        Steps steps = plan.steps();
        boolean alone = steps.remotes().size() == steps.inOrder().size();
        List<Future<RemoteReply>> replies = alone ? List.of() : askAhead(steps.remotes());
        CodeAnswers code = code(this::rowsOfQuery, () -> {});
        for (RootPlan.Code step : steps.code()) {
            values.putTrees(code.run(step));
        }
        tables(steps);
        steps.free().forEach(step -> step(step, null));
        if (alone) {
            steps.remotes().forEach(remote -> step(remote, null));
        }
        replies.forEach(reply -> take(Remotes.wait(reply)));
        if (remoteErrors == null) {
            sources(code);
        }
        return answer();
    }

    private void tables(Steps steps) {
        if (!plan.usesTables()) {
            return;
        }
        if (!steps.repeatable()) {
            executor.onConnection(this::tables);
        } else if (maybeShared(steps.queries())) {
            shared(steps.queries().get(0));
        } else {
            reading(this::tables);
        }
    }

    /** A function may set what the rest of its transaction sees, which is nobody else's. */
    private static boolean maybeShared(List<RootPlan.Query> queries) {
        return queries.size() == 1 && !queries.get(0).statement().callsFunctions();
    }

    private void shared(RootPlan.Query query) {
        String[] bound = binding().values(query.statement().parameters(), null);
        JsonSlice json =
                executor.reads()
                        .read(
                                query.statement(),
                                bound,
                                () -> reading(c -> statements(c).query(query, bound)));
        values.put(query.key(), json);
    }

    private List<Future<RemoteReply>> askAhead(List<RootPlan.Remote> remotes) {
        List<Future<RemoteReply>> replies = new ArrayList<>();
        for (RootPlan.Remote remote : remotes) {
            replies.add(executor.inBackground(() -> ask(remote)));
        }
        return replies;
    }

    private Void tables(Connection connection) {
        Statements statements = statements(connection);
        plan.steps().queries().forEach(step -> step(step, statements));
        return null;
    }

    private byte[] rowsOfQuery(CompiledStatement statement, String keys) {
        return reading(connection -> statements(connection).byKeys(statement, keys));
    }

    /** A pooled connection may have died with a restart of PostgreSQL; reading is safe. */
    private <T> T reading(Connections.Work<T> work) {
        try {
            return executor.onConnection(work);
        } catch (RequestException e) {
            if (e.code() != ErrorCode.POSTGRES_ERROR) {
                throw e;
            }
            return executor.onConnection(work);
        }
    }

    /** The steps run in the client's order. */
    Answer mutation() {
        if (executor.needsServerTransaction(plan)) {
            executor.transaction().run(plan.usesCode(), request.session(), this::inOrder);
        } else if (plan.usesTables()) {
            executor.onConnection(this::onOwnConnection);
        } else {
            plan.steps().inOrder().forEach(step -> step(step, null));
        }
        if (plan.usesTables() || plan.usesCode()) {
            executor.committed();
        }
        return answer();
    }

    private Void onOwnConnection(Connection connection) throws SQLException {
        Optional<TraceIds> trace = executor.traces().current();
        if (trace.isPresent()) {
            statements(connection)
                    .inTransaction(
                            () -> {
                                CallerInDatabase.tellTrace(connection, trace.get());
                                inOrder(connection);
                            });
        } else if (plan.needsTransaction()) {
            statements(connection).inTransaction(() -> inOrder(connection));
        } else {
            inOrder(connection);
        }
        return null;
    }

    private void inOrder(Connection connection) {
        Statements statements = statements(connection);
        CodeAnswers code = code(statements::byKeys, executor.transaction()::flush);
        for (RootPlan step : plan.steps().inOrder()) {
            if (step instanceof RootPlan.Code ofCode) {
                values.putTrees(code.run(ofCode));
            } else {
                step(step, statements);
            }
        }
        sources(code);
    }

    private void step(RootPlan step, Statements statements) {
        if (step instanceof RootPlan.Query query) {
            values.put(query.key(), statements.query(query));
        } else if (step instanceof RootPlan.Mutation mutation) {
            values.put(mutation.key(), statements.mutate(mutation));
        } else if (step instanceof RootPlan.Mutations mutations) {
            values.put(mutations.key(), statements.mutate(mutations));
        } else if (step instanceof RootPlan.NestedInsert nested) {
            values.put(nested.key(), new NestedInsertRun(statements).run(nested));
        } else if (step instanceof RootPlan.Remote remote) {
            take(ask(remote));
        } else if (step instanceof RootPlan.Introspection introspection) {
            byte[] json =
                    IntrospectionSchema.of(types)
                            .answer(introspection.field(), request.variables(), budget);
            values.put(introspection.field().responseKey(), json);
        } else {
            RootPlan.Constant constant = (RootPlan.Constant) step;
            values.put(constant.key(), constant.json());
        }
    }

    private Statements statements(Connection connection) {
        return new Statements(connection, binding(), executor.traces());
    }

    private Binding binding() {
        return new Binding(request.variables(), request.session().variables());
    }

    private CodeAnswers code(ReplyRows.Source rows, Runnable written) {
        return new CodeAnswers(executor.code(), request.variables(), new ReplyRows(rows), written);
    }

    private void sources(CodeAnswers code) {
        if (!plan.sources().isEmpty()) {
            code.addTo(values.trees(plan.sources().children().keySet()), plan.sources());
        }
    }

    private RemoteReply ask(RootPlan.Remote remote) {
        byte[] body = remote.document().body(request.variables());
        return RemoteReply.read(executor.remote(remote.remoteSchema()).send(body, caller));
    }

    private void take(RemoteReply reply) {
        if (reply instanceof RemoteReply.Errors errors && plan.isMutation()) {
            throw new RemoteRefusal(errors.errors());
        }
        if (reply instanceof RemoteReply.Errors errors) {
            remoteErrors = remoteErrors == null ? errors.errors() : remoteErrors;
        } else {
            values.putAll(((RemoteReply.Data) reply).fields());
        }
    }

    private Answer answer() {
        if (remoteErrors != null) {
            return new Answer.RemoteErrors(remoteErrors);
        }
        if (!plan.joins().isEmpty()) {
            ObjectNode trees = values.trees(plan.joins().children().keySet());
            plan.joiner().join(trees, request.variables(), caller, executor::remote);
        }
        plan.namespaces().forEach(values::combine);
        return new Answer.Data(values.inOrder(plan.keys()));
    }
}
