package org.fitmesh.api;

import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_IMPLEMENTED;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Every other path, and what the server refuses by itself (an error page in {@code web.xml}): 404
 * in Hasura's shape, not the server's page. Hasura also says 404 to a method that a path does not
 * have.
 */
@WebServlet(name = "unknown", urlPatterns = "/")
public class UnknownPathServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failed(request)) {
            byte[] body = ErrorJson.rest("$", "internal error", "unexpected");
            HttpReply.json(request, response, SC_INTERNAL_SERVER_ERROR, body);
        } else {
            HttpReply.notFound(request, response);
        }
    }

    private static boolean failed(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                && status >= SC_INTERNAL_SERVER_ERROR
                && status != SC_NOT_IMPLEMENTED;
    }
}
