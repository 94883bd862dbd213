package org.fitmesh.execute;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.fitmesh.code.CodeOperations;
import org.fitmesh.concurrent.ApplicationThreads;
import org.fitmesh.concurrent.Workers;
import org.fitmesh.config.Settings;
import org.fitmesh.graphql.operation.VariableValues;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.table.Validation;
import org.fitmesh.remote.RemoteClient;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.telemetry.metric.DatabaseMetrics;
import org.fitmesh.telemetry.trace.Traces;
import org.fitmesh.validation.InputValidations;

/** Runs plans: what a run needs of the container. */
@ApplicationScoped
public class PlanExecutor {
    /** Each waits for a remote. */
    private static final int THREADS = 256;

    @Inject private Connections connections;

    @Resource private ManagedThreadFactory container;

    @Inject private RemoteSchemas remotes;
    @Inject private CodeOperations code;
    @Inject private EventsAnnouncement announcement;
    @Inject private MutationTransaction transaction;
    @Inject private InputValidations validations;
    @Inject private Traces traces;
    @Inject private DatabaseMetrics metrics;
    @Inject private Settings settings;

    private Workers workers;
    private SharedReads reads;

    @PostConstruct
    void prepare() {
        workers = new Workers(new ApplicationThreads(container, "remotes"), THREADS);
        // A span tells of a statement of its own.
        int most = traces.areMade() ? 1 : settings.database().requestsPerStatement();
        reads = new SharedReads(connections, metrics.ofConnections(), most);
    }

    /**
     * Runs a plan. A mutation begins when the handlers of its input validations let it pass; its
     * steps run in order, its statements and its Java code in one transaction; of a query, remotes
     * are asked while PostgreSQL and Java code work.
     *
     * @param types what introspection tells of
     * @throws org.fitmesh.error.RequestException what went wrong, for the client to read
     */
    public Answer execute(Plan plan, TypeSystem types, Request request) {
        if (plan.usesCode()) {
            request.login().run();
        }
        validate(plan, request);
        PlanRun run = new PlanRun(this, plan, types, request);
        try {
            return plan.isMutation() ? run.mutation() : run.query();
        } catch (RemoteRefusal refusal) {
            return new Answer.RemoteErrors(refusal.errors());
        }
    }

    /** Before a connection is borrowed or a transaction begun: handlers may take their time. */
    private void validate(Plan plan, Request request) {
        for (Validation validation : plan.validations()) {
            validations.check(
                    validation.handler(),
                    request.session(),
                    request.clientHeaders(),
                    new VariableValues(request.variables()).resolve(validation.input()));
        }
    }

    /** Does something on a connection of the pool. */
    <T> T onConnection(Connections.Work<T> work) {
        return connections.use(work);
    }

    <T> Future<T> inBackground(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(traces.continued(task));
        workers.execute(future);
        return future;
    }

    SharedReads reads() {
        return reads;
    }

    Traces traces() {
        return traces;
    }

    RemoteClient remote(String name) {
        return remotes.client(name);
    }

    CodeOperations code() {
        return code;
    }

    MutationTransaction transaction() {
        return transaction;
    }

    /** A mutation was committed. */
    void committed() {
        announcement.afterCommit();
    }

    /** Whether the mutation of a plan must be a transaction of the server's. */
    boolean needsServerTransaction(Plan plan) {
        return plan.usesCode() || (plan.usesTables() && transaction.isObserved());
    }
}
