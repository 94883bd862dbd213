package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way to all servlets but the one that lets requests in by itself: {@link GraphQLServlet}. */
public class EntranceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject private transient Entrance entrance;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        entrance.pass(request, response, () -> chain.doFilter(request, response));
    }
}
