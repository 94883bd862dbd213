package org.fitmesh.api;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fitmesh.state.Snapshots;

/** {@code GET /healthz}, as Hasura answers it; public. */
@WebServlet(
        name = "healthz",
        urlPatterns = {"/healthz", "/hasura/healthz"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Snapshots snapshots;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (snapshots.current().isEmpty()) {
            reply(response, 500, "ERROR");
        } else if (snapshots.faults().isEmpty()) {
            reply(response, 200, "OK");
        } else if ("true".equals(request.getParameter("strict"))) {
            reply(response, 500, "ERROR: inconsistent objects in schema");
        } else {
            reply(response, 200, "WARN: inconsistent objects in schema");
        }
    }

    private static void reply(HttpServletResponse response, int status, String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().write(text);
    }
}
