package org.fitmesh.api;

import jakarta.servlet.annotation.WebServlet;
import org.fitmesh.command.CommandSet;

/** {@code POST /v2/query}: SQL of administrators. */
@WebServlet(name = "sql", urlPatterns = "/v2/query")
public class SqlServlet extends CommandServlet {
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public SqlServlet() {
        super(CommandSet.QUERY, "send {\"type\": \"run_sql\", \"args\": {\"sql\": \"select 1\"}}");
    }
}
