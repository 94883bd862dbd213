package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.lifecycle.Lifecycle;
import org.fitmesh.lifecycle.RequestsUnderWay;

/**
 * Counts the requests that a node which stops waits for. While it stops, connections end with their
 * answers: the next request goes to another node.
 */
@WebFilter(filterName = "underWay", urlPatterns = "/v1/*")
public class UnderWayFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject private transient Lifecycle lifecycle;
    @Inject private transient RequestsUnderWay requests;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (lifecycle.isStopping()) {
            response.setHeader("connection", "close");
        }
        if (DrainServlet.PATH.equals(request.getServletPath())) {
            // It waits for all others.
            chain.doFilter(request, response);
            return;
        }
        RequestsUnderWay.Group group = requests.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            group.ended();
        }
    }
}
