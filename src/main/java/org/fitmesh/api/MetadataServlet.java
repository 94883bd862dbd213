package org.fitmesh.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.Session;
import org.fitmesh.command.MetadataCommands;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code POST /v1/metadata}: commands of administrators (facts: HTTP behaviour). */
@WebServlet(name = "metadata", urlPatterns = "/v1/metadata")
public class MetadataServlet extends PostServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(MetadataServlet.class.getName());
    private static final String EXAMPLE = "send {\"type\": \"export_metadata\", \"args\": {}}";

    @Inject private transient Settings settings;
    @Inject private transient Authenticator authenticator;
    @Inject private transient MetadataCommands commands;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller unknown = HttpInput.caller(request);
        response.setHeader("x-request-id", unknown.requestId());
        Caller caller;
        try {
            Session session = authenticator.authenticate(unknown.headers());
            caller = new Caller(session, unknown.headers(), unknown.requestId());
        } catch (RequestException e) {
            byte[] body = ErrorJson.rest(e, false);
            HttpReply.json(request, response, AuthenticationStatus.of(e), body);
            return;
        }
        try {
            byte[] body = HttpInput.body(request, settings.limits().requestBytes());
            HttpReply.json(request, response, 200, answer(body, caller.session()));
        } catch (RequestException e) {
            failed(request, response, e, caller);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "request " + caller.requestId() + " failed", e);
            byte[] body = ErrorJson.rest(caller.internalError(), false);
            HttpReply.json(request, response, 500, body);
        }
    }

    private byte[] answer(byte[] body, Session session) {
        JsonNode answer = commands.run(RequestReader.parse(body, EXAMPLE), session);
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestException failure,
            Caller caller)
            throws IOException {
        if (failure.getCause() != null) {
            LOG.log(
                    Level.WARNING,
                    "request {0}: {1}",
                    caller.requestId(),
                    failure.getCause().getMessage());
        }
        byte[] body = ErrorJson.rest(failure, caller.seesInternal(settings.api()));
        HttpReply.json(request, response, status(failure), body);
    }

    private static int status(RequestException failure) {
        if (failure.code() == ErrorCode.CONFLICT) {
            return HttpServletResponse.SC_CONFLICT;
        }
        boolean ofServer =
                failure.code() == ErrorCode.POSTGRES_ERROR
                        || (failure.code() == ErrorCode.UNEXPECTED && failure.getCause() != null);
        return ofServer
                ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                : HttpServletResponse.SC_BAD_REQUEST;
    }
}
