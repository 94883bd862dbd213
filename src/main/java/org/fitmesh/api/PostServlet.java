package org.fitmesh.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A path that takes POST alone: any other method finds nothing here, in Hasura's words. */
abstract class PostServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

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
    protected abstract void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException;
}
