package org.fitmesh.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.auth.Session;
import org.fitmesh.config.LiveSettings;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.execute.Answer;
import org.fitmesh.execute.Explanation;
import org.fitmesh.execute.PlanExecutor;
import org.fitmesh.execute.PlanExplainer;
import org.fitmesh.execute.Request;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.plan.Binding;
import org.fitmesh.plan.Plan;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.state.Documents;
import org.fitmesh.state.Snapshot;
import org.fitmesh.state.Snapshots;
import org.fitmesh.telemetry.Telemetry;
import org.fitmesh.telemetry.log.SeenError;
import org.fitmesh.telemetry.log.ServedOperation;

/** Answers GraphQL requests, whatever transport they came by. */
@ApplicationScoped
public class GraphQLEndpoint {
    private static final Logger LOG = System.getLogger(GraphQLEndpoint.class.getName());

    /** The client gets the remote's own words, which are not read here. */
    private static final SeenError OF_REMOTE =
            new SeenError(ErrorCode.REMOTE_SCHEMA_ERROR.text(), "$", "errors of a remote schema");

    @Inject private Settings settings;
    @Inject private LiveSettings live;
    @Inject private Documents documents;
    @Inject private Snapshots snapshots;
    @Inject private PlanExecutor executor;
    @Inject private PlanExplainer explainer;

    /**
     * What is answered.
     *
     * @param failure why there is nothing but an error in it
     */
    record Reply(byte[] body, Optional<RequestException> failure) {
        static Reply of(byte[] body) {
            return new Reply(body, Optional.empty());
        }
    }

    /**
     * Answers a body: one reply, or the list of the replies of a batch, run one after the other.
     */
    Reply answer(byte[] body, Caller caller, Telemetry.Observed observed) {
        GraphQLRequest.Body requests;
        try {
            requests = RequestReader.read(body, settings.limits().batchSize());
        } catch (RequestException e) {
            return failure(e, caller, observed.request().begin());
        }
        if (!requests.batch()) {
            return answer(requests.requests().get(0), caller, observed);
        }
        observed.request().isBatch();
        List<byte[]> replies = new ArrayList<>();
        requests.requests()
                .forEach(request -> replies.add(answer(request, caller, observed).body()));
        return Reply.of(list(replies));
    }

    private Reply answer(GraphQLRequest request, Caller caller, Telemetry.Observed observed) {
        ServedOperation operation = observed.request().begin();
        try {
            Answer answer = run(request, caller, operation, observed);
            if (answer instanceof Answer.RemoteErrors) {
                operation.failed(OF_REMOTE);
            }
            byte[] reply = AnswerJson.of(answer);
            operation.answered();
            return Reply.of(reply);
        } catch (RequestException e) {
            return failure(e, caller, operation);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "request " + caller.requestId() + " failed", e);
            return failure(caller.internalError(), caller, operation);
        }
    }

    private Answer run(
            GraphQLRequest request,
            Caller caller,
            ServedOperation operation,
            Telemetry.Observed observed) {
        Snapshot snapshot = snapshots.current().orElseThrow(GraphQLEndpoint::starting);
        Session session = caller.session();
        RoleSchema schema = snapshot.schema(session.role(), session.usesBackendOnlyPermissions());
        ParsedDocument document = documents.parse(request.query());
        operation.read(
                SeenOperations.kind(document, request.operationName()),
                document.name(request.operationName()));
        Plan plan = plan(snapshot, schema, document, request, caller);
        if (observed.wantsQueries()) {
            observed.planned(operation, SeenOperations.query(request, document, plan));
        }
        return executor.execute(
                plan,
                schema.types(),
                new Request(
                        request.variables(),
                        session,
                        caller.headers().byLowerCaseName(),
                        () -> caller.login().accept(snapshot.withAncestors(session.role()))));
    }

    private Plan plan(
            Snapshot snapshot,
            RoleSchema schema,
            ParsedDocument document,
            GraphQLRequest request,
            Caller caller) {
        try {
            return snapshot.plan(schema, document, request.operationName(), request.variables());
        } catch (RequestException e) {
            throw told(e, snapshot, schema, caller);
        }
    }

    private RequestException told(
            RequestException failure, Snapshot snapshot, RoleSchema schema, Caller caller) {
        return caller.seesMissingPermissions(live.current().errors())
                ? snapshot.withMissingPermission(failure, caller.session().role(), schema)
                : failure;
    }

    /**
     * How PostgreSQL would answer a query, for an administrator.
     *
     * @param asked who is to be explained for
     * @throws RequestException what is wrong with it, or why it cannot be explained
     */
    List<Explanation> explain(GraphQLRequest request, Caller asked) {
        Snapshot snapshot = snapshots.current().orElseThrow(GraphQLEndpoint::starting);
        Session session = asked.session();
        Plan plan =
                plan(
                        snapshot,
                        snapshot.schema(session.role()),
                        documents.parse(request.query()),
                        request,
                        asked);
        return explainer.explain(plan, new Binding(request.variables(), session.variables()));
    }

    private static RequestException starting() {
        return new RequestException(ErrorCode.POSTGRES_ERROR, "connection error", ErrorPath.ROOT)
                .withHint("the server is starting and has not reached its database yet");
    }

    /** A failure as GraphQL clients read it; what lies behind it goes to the log. */
    Reply failure(RequestException failure, Caller caller, ServedOperation operation) {
        if (failure.getCause() != null) {
            LOG.log(Level.DEBUG, () -> "request " + caller.requestId() + ": " + failure.getCause());
        }
        operation.failed(SeenOperations.error(failure));
        operation.answered();
        boolean internal = caller.seesInternal(live.current().errors());
        return new Reply(ErrorJson.graphql(failure, internal), Optional.of(failure));
    }

    private static byte[] list(List<byte[]> replies) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.write('[');
        for (byte[] reply : replies) {
            if (list.size() > 1) {
                list.write(',');
            }
            list.writeBytes(reply);
        }
        list.write(']');
        return list.toByteArray();
    }
}
