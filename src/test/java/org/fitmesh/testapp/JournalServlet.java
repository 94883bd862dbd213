package org.fitmesh.testapp;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /journal}: the lines since the last call; {@code /journal/captured}: how often events
 * were said to be captured.
 */
@WebServlet({"/journal", "/journal/captured"})
public class JournalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient Journal journal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        boolean captured = request.getServletPath().endsWith("captured");
        response.getWriter()
                .write(
                        captured
                                ? Integer.toString(journal.captured())
                                : String.join("\n", journal.take()));
    }
}
