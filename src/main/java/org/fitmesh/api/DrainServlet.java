package org.fitmesh.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Session;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.lifecycle.Lifecycle;

/**
 * {@code POST /v1/drain}, for the administrator: makes the node not ready, waits for its work, and
 * answers when the server may be stopped. For servers that are stopped otherwise than by a signal.
 */
@WebServlet(name = "drain", urlPatterns = DrainServlet.PATH)
public class DrainServlet extends PostServlet {
    static final String PATH = "/v1/drain";

    private static final long serialVersionUID = 1L;

    @Inject private transient Authenticator authenticator;
    @Inject private transient Lifecycle lifecycle;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller caller = HttpInput.caller(request);
        response.setHeader("x-request-id", caller.requestId());
        try {
            requireAdmin(authenticator.authenticate(caller.headers()));
        } catch (RequestException e) {
            byte[] body = ErrorJson.rest(e, false);
            HttpReply.json(request, response, AuthenticationStatus.of(e), body);
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("message", "drained");
        ObjectNode unfinished = answer.putObject("unfinished");
        lifecycle.drain().unfinished().forEach(unfinished::put);
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        HttpReply.json(request, response, HttpServletResponse.SC_OK, body);
    }

    private static void requireAdmin(Session session) {
        if (!session.isAdmin()) {
            throw new RequestException(
                    ErrorCode.ACCESS_DENIED, "restricted access : admin only", ErrorPath.ROOT);
        }
    }
}
