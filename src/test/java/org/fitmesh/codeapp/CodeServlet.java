package org.fitmesh.codeapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.code.CodeOperations;
import org.fitmesh.code.EntityReference;
import org.fitmesh.error.RequestException;

/**
 * Calls the code as the engine does. {@code POST /code}: {@code {"document", "variables", "rows",
 * "rollback"}}; {@code GET /code}: what the model has; {@code GET /code/time?n=}: µs per call;
 * {@code GET /code/validations}: how often the argument of hello was validated.
 */
@WebServlet({"/code", "/code/time", "/code/validations"})
public class CodeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject private transient CodeOperations code;
    @Resource private transient UserTransaction transaction;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getServletPath().endsWith("time")) {
            response.getWriter().write(measured(Integer.parseInt(request.getParameter("n"))));
            return;
        }
        if (request.getServletPath().endsWith("validations")) {
            response.getWriter().write(Integer.toString(Members.VALIDATIONS.get()));
            return;
        }
        long start = System.nanoTime();
        StringBuilder text = new StringBuilder();
        text.append(code.model().queries().keySet()).append('\n');
        text.append(code.model().mutations().keySet()).append('\n');
        code.model()
                .entities()
                .values()
                .forEach(e -> text.append(e.sources().keySet()).append('\n'));
        code.model().inconsistencies().forEach(i -> text.append(i).append('\n'));
        text.append((System.nanoTime() - start) / 1_000_000).append(" ms");
        response.getWriter().write(text.toString());
    }

    private String measured(int calls) {
        ObjectNode variables = JSON.createObjectNode().put("n", "x");
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            code.run("query($n: String!) {hello(who: $n)}", variables);
        }
        return (System.nanoTime() - start) / calls / 1000.0 + " us";
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        JsonNode asked = JSON.readTree(request.getInputStream());
        response.setContentType("application/json;charset=UTF-8");
        try {
            response.getWriter().write(answer(asked).toString());
        } catch (RequestException e) {
            ObjectNode error = JSON.createObjectNode();
            error.put("error", e.getMessage());
            error.put("code", e.codeText());
            error.put("path", e.path().text());
            response.getWriter().write(error.toString());
        }
    }

    private JsonNode answer(JsonNode asked) throws ServletException {
        if (!asked.path("rollback").asBoolean()) {
            return run(asked);
        }
        try {
            transaction.begin();
            try {
                JsonNode first = run(asked);
                ObjectNode both = JSON.createObjectNode();
                both.set("first", first);
                both.set("then", run(asked.get("then")));
                return both;
            } finally {
                transaction.rollback();
            }
        } catch (RequestException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private JsonNode run(JsonNode asked) {
        ObjectNode variables =
                asked.path("variables") instanceof ObjectNode given
                        ? given
                        : JSON.createObjectNode();
        String document = asked.get("document").textValue();
        if (!asked.has("rows")) {
            return code.run(document, variables);
        }
        List<EntityReference> rows = new ArrayList<>();
        asked.get("rows")
                .forEach(
                        id ->
                                rows.add(
                                        new EntityReference(
                                                "org.fitmesh.fit.User", List.of(id.textValue()))));
        return code.sources(document, variables, rows);
    }
}
