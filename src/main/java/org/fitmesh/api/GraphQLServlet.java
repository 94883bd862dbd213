package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
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

/**
 * {@code POST /v1/graphql}: always 200, as Hasura answers; and the path that came before it, where
 * a failure has its own status (facts: HTTP behaviour).
 */
@WebServlet(
        name = GraphQLServlet.NAME,
        urlPatterns = {"/v1/graphql", GraphQLServlet.LEGACY},
        loadOnStartup = 1)
public class GraphQLServlet extends PostServlet {
    static final String NAME = "graphql";
    static final String LEGACY = "/v1alpha1/graphql";
    private static final long serialVersionUID = 1L;

    @Inject private transient Entrance entrance;
    @Inject private transient Settings settings;
    @Inject private transient LiveSettings live;
    @Inject private transient Authenticator authenticator;
    @Inject private transient GraphQLEndpoint endpoint;
    @Inject private transient CallerLogin login;
    @Inject private transient Telemetry telemetry;
    @Inject private transient SessionCounts sessions;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        entrance.pass(request, response, () -> super.service(request, response));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!settings.apis().graphql()) {
            HttpReply.notFound(request, response);
            return;
        }
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
                            roles -> login.establish(request, response, identity, roles));
            SessionCounts.Counted counted = sessions.begin(identity.session().role());
            try {
                GraphQLEndpoint.Reply answer = endpoint.answer(body, caller, observed);
                return new Reply(status(request, answer), answer.body());
            } finally {
                counted.close();
            }
        } catch (RequestException e) {
            return new Reply(
                    unauthenticated(request, e),
                    endpoint.failure(e, unknown, observed.request().begin()).body());
        }
    }

    private static boolean isLegacy(HttpServletRequest request) {
        return LEGACY.equals(request.getServletPath());
    }

    private static int status(HttpServletRequest request, GraphQLEndpoint.Reply answer) {
        return isLegacy(request) ? answer.failure().map(FailureStatus::of).orElse(200) : 200;
    }

    private int unauthenticated(HttpServletRequest request, RequestException failure) {
        if (isLegacy(request)) {
            return AuthenticationStatus.of(failure);
        }
        boolean unauthorized =
                live.current().errors().preserve401Errors()
                        && AuthenticationStatus.of(failure) == 401;
        return unauthorized ? 401 : 200;
    }
}
