package org.fitmesh.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fitmesh.config.SpokenVersion;

/** {@code GET /v1/version}: the version of Hasura that is spoken, and who speaks it; public. */
@WebServlet(name = "version", urlPatterns = "/v1/version")
public class VersionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final byte[] VERSION =
            ("{\"version\":\"" + SpokenVersion.HASURA + "\",\"server_type\":\"fitmesh\"}")
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpReply.json(request, response, 200, VERSION);
    }
}
