package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * {@code pg_track_tables}, {@code pg_untrack_functions} and the like: those for which it cannot be
 * done are warnings, unless it can be done for none, or the client wants no warnings.
 *
 * @param verb {@code track} or {@code untrack}
 * @param noun {@code table} or {@code function}
 */
record TrackedChange(String verb, String noun) implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        String list = noun + "s";
        JsonNode tables = arguments.required(list);
        if (!tables.isArray()) {
            throw arguments.failed(
                    "expected a list for the key '" + list + "'", call.path().key(list));
        }
        ArrayNode warnings = Answers.list();
        for (int i = 0; i < tables.size(); i++) {
            Call one =
                    new Call(
                            "pg_" + verb + "_" + noun,
                            tables.get(i),
                            call.version(),
                            call.path().key(list).index(i));
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
            String source = one.arguments().optionalText("source").orElse(work.sourceName());
            warnings.addObject()
                    .put("code", verb + "-" + noun + "-failed")
                    .put("message", e.getMessage())
                    .put("name", noun + " " + one.arguments().table(noun) + " in source " + source)
                    .put("type", noun);
        }
    }

    private RequestException refusal(ArrayNode warnings, boolean all, Call call) {
        RequestException refusal =
                all
                        ? new RequestException(
                                ErrorCode.INVALID_CONFIGURATION,
                                "all " + noun + "s failed to " + verb,
                                call.path())
                        : new RequestException(
                                        ErrorCode.INVALID_CONFIGURATION,
                                        "failed due to metadata warnings",
                                        call.path())
                                .withCodeText("metadata-warnings");
        return refusal.withInternal(warnings.toString());
    }
}
