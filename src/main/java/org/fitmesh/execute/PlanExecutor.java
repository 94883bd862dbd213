package org.fitmesh.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.fitmesh.config.DatabasePool;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.introspection.AnswerBudget;
import org.fitmesh.graphql.introspection.IntrospectionSchema;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.remote.Caller;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.remote.RemoteReply;
import org.fitmesh.remote.RemoteSchemas;

/** Runs plans. */
@ApplicationScoped
public class PlanExecutor {
    @Resource(lookup = DatabasePool.NAME)
    private DataSource dataSource;

    @Resource private ManagedExecutorService executor;

    @Inject private RemoteSchemas remotes;
    @Inject private EventsAnnouncement announcement;
    @Inject private ObservedTransaction observed;

    /**
     * Runs a plan. The steps of a mutation run in order, its statements in one transaction; of a
     * query, remotes are asked while PostgreSQL works.
     *
     * @param types what introspection tells of
     * @throws RequestException what went wrong, for the client to read
     */
    public Answer execute(Plan plan, TypeSystem types, Request request) {
        Run run = new Run(plan, types, request);
        try {
            run.steps();
        } catch (RemoteRefusal refusal) {
            return new Answer.RemoteErrors(refusal.errors());
        }
        return run.answer();
    }

    /** One plan while it runs. */
    private final class Run {
        private final Plan plan;
        private final TypeSystem types;
        private final Request request;
        private final Caller caller;
        private final Map<String, JsonSlice> values = new HashMap<>();
        private final AnswerBudget budget = new AnswerBudget();
        private JsonSlice remoteErrors;

        Run(Plan plan, TypeSystem types, Request request) {
            this.plan = plan;
            this.types = types;
            this.request = request;
            this.caller = Caller.of(request.session(), request.clientHeaders());
        }

        void steps() {
            if (!plan.usesTables()) {
                plan.steps().forEach(step -> step(step, null));
                return;
            }
            List<Future<RemoteReply>> replies = askAhead();
            try {
                if (plan.isMutation() && observed.isNeeded()) {
                    observed.run(connection -> inOrder(statements(connection)));
                } else {
                    onConnection();
                }
            } catch (RequestException e) {
                if (plan.isMutation() || e.code() != ErrorCode.POSTGRES_ERROR) {
                    throw e;
                }
                // a pooled connection may have died with a restart of PostgreSQL; reading is safe
                onConnection();
            }
            if (plan.isMutation()) {
                announcement.afterCommit();
            }
            collect(replies);
        }

        private void onConnection() {
            try (Connection connection = dataSource.getConnection()) {
                tables(connection);
            } catch (SQLException e) {
                throw SqlFailure.connection(e);
            }
        }

        private void tables(Connection connection) throws SQLException {
            Statements statements = statements(connection);
            if (plan.needsTransaction()) {
                statements.inTransaction(() -> inOrder(statements));
            } else {
                inOrder(statements);
            }
        }

        private Statements statements(Connection connection) {
            return new Statements(
                    connection, new Binding(request.variables(), request.session().variables()));
        }

        private void inOrder(Statements statements) {
            for (RootPlan step : plan.steps()) {
                boolean asked = step instanceof RootPlan.Remote && !plan.isMutation();
                if (!asked) {
                    step(step, statements);
                }
            }
        }

        private void step(RootPlan step, Statements statements) {
            if (step instanceof RootPlan.Query query) {
                values.put(query.key(), JsonSlice.of(statements.query(query)));
            } else if (step instanceof RootPlan.Mutation mutation) {
                values.put(mutation.key(), JsonSlice.of(statements.mutate(mutation)));
            } else if (step instanceof RootPlan.Remote remote) {
                take(ask(remote));
            } else if (step instanceof RootPlan.Introspection introspection) {
                byte[] json =
                        IntrospectionSchema.of(types)
                                .answer(introspection.field(), request.variables(), budget);
                values.put(introspection.field().responseKey(), JsonSlice.of(json));
            } else {
                RootPlan.Constant constant = (RootPlan.Constant) step;
                values.put(constant.key(), constant.json());
            }
        }

        private List<Future<RemoteReply>> askAhead() {
            List<Future<RemoteReply>> replies = new ArrayList<>();
            if (!plan.isMutation()) {
                for (RootPlan step : plan.steps()) {
                    if (step instanceof RootPlan.Remote remote) {
                        replies.add(executor.submit(() -> ask(remote)));
                    }
                }
            }
            return replies;
        }

        private void collect(List<Future<RemoteReply>> replies) {
            replies.forEach(reply -> take(Remotes.wait(reply)));
        }

        private RemoteReply ask(RootPlan.Remote remote) {
            byte[] body = remote.document().body(request.variables());
            return RemoteReply.read(remotes.client(remote.remoteSchema()).send(body, caller));
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

        Answer answer() {
            if (remoteErrors != null) {
                return new Answer.RemoteErrors(remoteErrors);
            }
            if (!plan.joins().isEmpty()) {
                new RemoteJoins(plan, remotes).weave(values, request, caller);
            }
            Map<String, JsonSlice> fields = new LinkedHashMap<>();
            plan.keys().forEach(key -> fields.put(key, value(key)));
            return new Answer.Data(fields);
        }

        private JsonSlice value(String key) {
            JsonSlice value = values.get(key);
            if (value == null) {
                throw Remotes.missing(key);
            }
            return value;
        }
    }
}
