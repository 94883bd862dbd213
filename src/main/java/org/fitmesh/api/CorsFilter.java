package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.config.Settings;

/** Lets browsers in, as {@code HASURA_GRAPHQL_CORS_DOMAIN} says (Fetch standard, CORS protocol). */
@WebFilter(filterName = "cors", urlPatterns = "/*")
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String TWENTY_DAYS = "1728000";

    @Inject private transient Settings settings;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("origin");
        if (settings.api().origins().isPresent()) {
            // Also without an origin: a cache must not give that reply to one (Fetch standard).
            response.addHeader("vary", "origin");
        }
        boolean allowed =
                origin != null
                        && settings.api().origins().filter(o -> o.allows(origin)).isPresent();
        if (allowed) {
            response.setHeader("access-control-allow-origin", origin);
            response.setHeader("access-control-allow-credentials", "true");
            response.setHeader("access-control-allow-methods", "GET,POST,PUT,PATCH,DELETE,OPTIONS");
        }
        if (allowed && "OPTIONS".equals(request.getMethod())) {
            preflight(request, response);
            return;
        }
        chain.doFilter(request, response);
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
