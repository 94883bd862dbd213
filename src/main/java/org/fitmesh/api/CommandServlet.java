package org.fitmesh.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Session;
import org.fitmesh.auth.SessionCounts;
import org.fitmesh.command.CommandSet;
import org.fitmesh.command.MetadataCommands;
import org.fitmesh.config.LiveSettings;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.Telemetry;
import org.fitmesh.telemetry.log.ServedRequest;

/** Takes commands of administrators. */
abstract class CommandServlet extends PostServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(CommandServlet.class.getName());

    private final CommandSet set;
    private final String example;

    /**
     * @param set the commands that it takes
     * @param example of one of them
     */
    CommandServlet(CommandSet set, String example) {
        this.set = set;
        this.example = example;
    }

    @Inject private transient Settings settings;
    @Inject private transient LiveSettings live;
    @Inject private transient Authenticator authenticator;
    @Inject private transient MetadataCommands commands;
    @Inject private transient Telemetry telemetry;
    @Inject private transient SessionCounts sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!settings.apis().metadata()) {
            HttpReply.notFound(request, response);
            return;
        }
        Caller unknown = HttpInput.caller(request);
        response.setHeader("x-request-id", unknown.requestId());
        try (Telemetry.Observed observed =
                telemetry.observe(
                        HttpInput.exchange(request, unknown),
                        unknown.headers().byLowerCaseName())) {
            Reply reply = reply(request, unknown, observed.request());
            observed.request().answered(reply.status(), reply.body().length);
            HttpReply.json(request, response, reply.status(), reply.body());
        }
    }

    private record Reply(int status, byte[] body) {}

    private Reply reply(HttpServletRequest request, Caller unknown, ServedRequest served)
            throws IOException {
        Session session;
        try {
            session = sessions.identify(authenticator, unknown.headers()).session();
        } catch (RequestException e) {
            served.failed(SeenOperations.error(e));
            return new Reply(AuthenticationStatus.of(e), ErrorJson.rest(e, false));
        }
        served.of(session.variables());
        Caller caller = new Caller(session, unknown.headers(), unknown.requestId());
        try {
            byte[] body = HttpInput.body(request, settings.limits().requestBytes());
            return new Reply(200, answer(body, session, served));
        } catch (RequestException e) {
            return failed(e, caller, served);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "request " + caller.requestId() + " failed", e);
            RequestException told = caller.internalError();
            served.failed(SeenOperations.error(told));
            return new Reply(500, ErrorJson.rest(told, false));
        }
    }

    private byte[] answer(byte[] body, Session session, ServedRequest served) {
        JsonNode command = RequestReader.parse(body, example);
        commands.name(command, set).ifPresent(served::command);
        JsonNode answer = commands.run(command, session, set);
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Reply failed(RequestException failure, Caller caller, ServedRequest served) {
        if (failure.getCause() != null) {
            LOG.log(
                    Level.WARNING,
                    "request {0}: {1}",
                    caller.requestId(),
                    failure.getCause().getMessage());
        }
        served.failed(SeenOperations.error(failure));
        boolean internal = caller.seesInternal(live.current().errors());
        return new Reply(status(failure), ErrorJson.rest(failure, internal));
    }

    private static int status(RequestException failure) {
        if (failure.code() == ErrorCode.CONFLICT) {
            return HttpServletResponse.SC_CONFLICT;
        }
        // Only SQL that an administrator sent carries its text: what PostgreSQL says of that is no
        // fault of the server.
        boolean ofSql = failure.internalJson().isPresent();
        boolean ofServer =
                (failure.code() == ErrorCode.POSTGRES_ERROR && !ofSql)
                        || (failure.code() == ErrorCode.UNEXPECTED && failure.getCause() != null);
        return ofServer
                ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                : HttpServletResponse.SC_BAD_REQUEST;
    }
}
