package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Identity;
import org.fitmesh.auth.caller.CallerLogin;
import org.fitmesh.config.Settings;
import org.fitmesh.error.RequestException;

/** {@code POST /v1/graphql}: always 200, as Hasura answers (facts: HTTP behaviour). */
@WebServlet(name = "graphql", urlPatterns = "/v1/graphql", loadOnStartup = 1)
public class GraphQLServlet extends PostServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Settings settings;
    @Inject private transient Authenticator authenticator;
    @Inject private transient GraphQLEndpoint endpoint;
    @Inject private transient CallerLogin login;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller unknown = HttpInput.caller(request);
        response.setHeader("x-request-id", unknown.requestId());
        try {
            Identity identity = authenticator.identify(unknown.headers());
            byte[] body = HttpInput.body(request, settings.limits().requestBytes());
            Caller caller =
                    new Caller(
                            identity.session(),
                            unknown.headers(),
                            unknown.requestId(),
                            () -> login.establish(request, response, identity));
            HttpReply.json(request, response, 200, endpoint.answer(body, caller));
        } catch (RequestException e) {
            HttpReply.json(request, response, status(e), endpoint.failure(e, unknown));
        }
    }

    private int status(RequestException failure) {
        boolean unauthorized =
                settings.api().preserve401Errors() && AuthenticationStatus.of(failure) == 401;
        return unauthorized ? 401 : 200;
    }
}
