package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.fitmesh.auth.AuthenticationStatus;
import org.fitmesh.auth.Authenticator;
import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.auth.Session;
import org.fitmesh.config.Settings;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** {@code POST /v1/graphql}: always 200, as Hasura answers (facts: HTTP behaviour). */
@WebServlet(name = "graphql", urlPatterns = "/v1/graphql", loadOnStartup = 1)
public class GraphQLServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Settings settings;
    @Inject private transient Authenticator authenticator;
    @Inject private transient GraphQLEndpoint endpoint;

    /** Any other method finds nothing here, in Hasura's words. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("POST".equals(request.getMethod())) {
            doPost(request, response);
        } else {
            HttpReply.notFound(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RequestHeaders headers = headers(request);
        Caller unknown = new Caller(null, headers, requestId(headers));
        response.setHeader("x-request-id", unknown.requestId());
        try {
            Session session = authenticator.authenticate(headers);
            byte[] body = body(request);
            Caller caller = new Caller(session, headers, unknown.requestId());
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

    private byte[] body(HttpServletRequest request) throws IOException {
        int limit = settings.limits().requestBytes();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length <= limit) {
            return body;
        }
        throw new RequestException(
                        ErrorCode.BAD_REQUEST,
                        "the request body is larger than " + limit + " bytes",
                        ErrorPath.ROOT)
                .withHint("send less, or raise FITMESH_MAX_REQUEST_BYTES");
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        Map<String, String> byName = new HashMap<>();
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            byName.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new RequestHeaders(byName);
    }

    private static String requestId(RequestHeaders headers) {
        return headers.get("x-request-id").orElseGet(GraphQLServlet::newRequestId);
    }

    /** Tells requests apart; need not be secret, so it need not wait for secure randomness. */
    private static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
