package org.fitmesh.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.fitmesh.config.AllowedOrigins;

/**
 * Lets browsers in, as {@code HASURA_GRAPHQL_CORS_DOMAIN} says (Fetch standard, CORS protocol).
 *
 * @param origins whose pages may read answers; absent: none
 */
record Cors(Optional<AllowedOrigins> origins) {
    private static final String TWENTY_DAYS = "1728000";

    /**
     * Says in the answer who may read it.
     *
     * @return whether that was all that was asked
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return false;
        }
        // Also without an origin: a cache must not give that reply to one (Fetch standard).
        response.addHeader("vary", "origin");
        String origin = request.getHeader("origin");
        if (origin == null || !origins.get().allows(origin)) {
            return false;
        }
        response.setHeader("access-control-allow-origin", origin);
        response.setHeader("access-control-allow-credentials", "true");
        response.setHeader("access-control-allow-methods", "GET,POST,PUT,PATCH,DELETE,OPTIONS");
        if (!"OPTIONS".equals(request.getMethod())) {
            return false;
        }
        preflight(request, response);
        return true;
    }

    private static void preflight(HttpServletRequest request, HttpServletResponse response) {
        String headers = request.getHeader("access-control-request-headers");
        if (headers != null) {
            response.setHeader("access-control-allow-headers", headers);
        }
        response.setHeader("access-control-max-age", TWENTY_DAYS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
