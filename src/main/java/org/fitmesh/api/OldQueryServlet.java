package org.fitmesh.api;

import jakarta.servlet.annotation.WebServlet;
import org.fitmesh.command.CommandSet;

/** {@code POST /v1/query}: the metadata and SQL under the names of Hasura 1. */
@WebServlet(name = "query", urlPatterns = "/v1/query")
public class OldQueryServlet extends CommandServlet {
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public OldQueryServlet() {
        super(CommandSet.OLD, "send {\"type\": \"run_sql\", \"args\": {\"sql\": \"select 1\"}}");
    }
}
