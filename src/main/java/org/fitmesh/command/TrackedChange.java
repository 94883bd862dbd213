package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * {@code pg_track_tables} and {@code pg_untrack_tables}: those for which it cannot be done are
 * warnings, unless it can be done for none, or the client wants no warnings.
 *
 * @param verb {@code track} or {@code untrack}
 */
record TrackedTablesChange(String verb) implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        JsonNode tables = arguments.required("tables");
        if (!tables.isArray()) {
            throw arguments.failed(
                    "expected a list for the key 'tables'", call.path().key("tables"));
        }
        ArrayNode warnings = Answers.list();
        for (int i = 0; i < tables.size(); i++) {
            Call one =
                    new Call(
                            "pg_" + verb + "_table",
                            tables.get(i),
                            call.version(),
                            call.path().key("tables").index(i));
            attempt(one, work, warnings);
        }
        boolean allowed =
                arguments.optional("allow_warnings").isEmpty() || arguments.flag("allow_warnings");
        if (!warnings.isEmpty() && (warnings.size() == tables.size() || !allowed)) {
            throw refusal(warnings, warnings.size() == tables.size(), call);
        }
        return warnings.isEmpty() ? Answers.success() : Answers.success().set("warnings", warnings);
    }

    private void attempt(Call one, Work work, ArrayNode warnings) throws SQLException {
        try {
            work.command(one).run(one, work);
        } catch (RequestException e) {
            warnings.addObject()
                    .put("code", verb + "-table-failed")
                    .put("message", e.getMessage())
                    .put("name", "table " + one.arguments().table("table") + " in source default")
                    .put("type", "table");
        }
    }

    private RequestException refusal(ArrayNode warnings, boolean all, Call call) {
        RequestException refusal =
                all
                        ? new RequestException(
                                ErrorCode.INVALID_CONFIGURATION,
                                "all tables failed to " + verb,
                                call.path())
                        : new RequestException(
                                        ErrorCode.INVALID_CONFIGURATION,
                                        "failed due to metadata warnings",
                                        call.path())
                                .withCodeText("metadata-warnings");
        return refusal.withInternal(warnings.toString());
    }
}
