package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Identity;
import org.fitmesh.auth.SessionCounts;
import org.fitmesh.auth.caller.CallerLogin;
import org.fitmesh.config.LiveSettings;
import org.fitmesh.config.Settings;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.Telemetry;

/** {@code POST /v1/graphql}: always 200, as Hasura answers (facts: HTTP behaviour). */
@WebServlet(name = "graphql", urlPatterns = "/v1/graphql", loadOnStartup = 1)
public class GraphQLServlet extends PostServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Settings settings;
    @Inject private transient LiveSettings live;
    @Inject private transient Authenticator authenticator;
    @Inject private transient GraphQLEndpoint endpoint;
    @Inject private transient CallerLogin login;
    @Inject private transient Telemetry telemetry;
    @Inject private transient SessionCounts sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller unknown = HttpInput.caller(request);
        response.setHeader("x-request-id", unknown.requestId());
        try (Telemetry.Observed observed =
                telemetry.observe(
                        HttpInput.exchange(request, unknown),
                        unknown.headers().byLowerCaseName())) {
            Reply reply = reply(request, response, unknown, observed);
            observed.request().answered(reply.status(), reply.body().length);
            HttpReply.json(request, response, reply.status(), reply.body());
        }
    }

    private record Reply(int status, byte[] body) {}

    private Reply reply(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller unknown,
            Telemetry.Observed observed)
            throws IOException {
        try {
            Identity identity = sessions.identify(authenticator, unknown.headers());
            observed.request().of(identity.session().variables());
            byte[] body = HttpInput.body(request, settings.limits().requestBytes());
            Caller caller =
                    new Caller(
                            identity.session(),
                            unknown.headers(),
                            unknown.requestId(),
                            () -> login.establish(request, response, identity));
            SessionCounts.Counted counted = sessions.begin(identity.session().role());
            try {
                return new Reply(200, endpoint.answer(body, caller, observed));
            } finally {
                counted.close();
            }
        } catch (RequestException e) {
            return new Reply(status(e), endpoint.failure(e, unknown, observed.request().begin()));
        }
    }

    private int status(RequestException failure) {
        boolean unauthorized =
                live.current().errors().preserve401Errors()
                        && AuthenticationStatus.of(failure) == 401;
        return unauthorized ? 401 : 200;
    }
}
