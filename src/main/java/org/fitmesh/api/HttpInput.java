package org.fitmesh.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.telemetry.log.HttpExchange;

/** Reads what a client sent. */
final class HttpInput {
    private HttpInput() {}

    /** The sender, not identified yet. */
    static Caller caller(HttpServletRequest request) {
        RequestHeaders headers = headers(request);
        return new Caller(null, headers, requestId(headers));
    }

    /** The request as the log shows it. */
    static HttpExchange exchange(HttpServletRequest request, Caller caller) {
        return new HttpExchange(
                caller.requestId(),
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteAddr(),
                request.getProtocol());
    }

    /**
     * The body.
     *
     * @param limit bytes that it may be long
     * @throws RequestException bad-request when it is longer
     */
    static byte[] body(HttpServletRequest request, int limit) throws IOException {
        int declared = request.getContentLength();
        boolean known = declared >= 0 && declared <= limit;
        // of a length that is known no more is allocated than that
        byte[] body = request.getInputStream().readNBytes(known ? declared : limit + 1);
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
        return headers.get("x-request-id").orElseGet(HttpInput::newRequestId);
    }

    /** Tells requests apart; need not be secret, so it need not wait for secure randomness. */
    private static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
