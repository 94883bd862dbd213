package org.fitmesh.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands in for the server's own error page, which would be HTML and could show a stack trace. */
@WebServlet(name = "error", urlPatterns = "/fitmesh-error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            HttpReply.notFound(request, response);
            return;
        }
        boolean ofClient = code >= 400 && code < 500;
        byte[] body =
                ofClient
                        ? ErrorJson.rest("$", "bad request", "bad-request")
                        : ErrorJson.rest("$", "internal error", "unexpected");
        HttpReply.json(request, response, code, body);
    }
}
