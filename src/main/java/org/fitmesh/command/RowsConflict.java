package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.filter.Filter;

/**
 * {@code on_conflict} of the older {@code insert}: {@code constraint}, or {@code constraint_on}
 * with columns, and the {@code action}.
 */
record RowsConflict(RowsTable table, Arguments arguments) {

    /**
     * What is done about a row that is there: nothing, or it takes all that the new rows give.
     *
     * @param given columns that the new rows have
     * @throws RequestException unexpected-payload for a target that is missing or given twice,
     *     unexpected for a constraint that is not there
     */
    Upsert upsert(Set<Column> given) {
        boolean updates = updates();
        Upsert.Target target = target(updates);
        return new Upsert(
                target,
                updates ? List.copyOf(given) : List.of(),
                Map.of(),
                Filter.EVERYTHING,
                Filter.EVERYTHING);
    }

    private boolean updates() {
        return switch (arguments.text("action")) {
            case "update" -> true;
            case "ignore" -> false;
            default ->
                    throw arguments.failed(
                            "Expecting 'ignore' or 'update'", arguments.path().key("action"));
        };
    }

    private Upsert.Target target(boolean updates) {
        Optional<String> constraint = arguments.optionalText("constraint");
        Optional<JsonNode> columns = arguments.optional("constraint_on");
        if (constraint.isPresent() && columns.isPresent()) {
            throw unexpected("'constraint' and 'constraint_on' cannot be set at a time");
        }
        if (constraint.isPresent()) {
            return new Upsert.Target.Constraint(existing(constraint.get()));
        }
        if (columns.isPresent()) {
            return new Upsert.Target.Columns(columns(columns.get()));
        }
        if (updates) {
            throw unexpected(
                    "Expecting 'constraint' or 'constraint_on' when the 'action' is 'update'");
        }
        return new Upsert.Target.Anything();
    }

    private String existing(String name) {
        boolean exists =
                table.model().table().constraints().stream()
                        .anyMatch(constraint -> constraint.name().equals(name));
        if (exists) {
            return name;
        }
        throw new RequestException(
                ErrorCode.UNEXPECTED,
                "constraint "
                        + Names.quoted(name)
                        + " for table "
                        + Names.quoted(table.model().name())
                        + " does not exist",
                arguments.path().key("constraint"));
    }

    private List<Column> columns(JsonNode names) {
        ErrorPath path = arguments.path().key("constraint_on");
        if (names.isTextual()) {
            return List.of(table.column(names.textValue(), path));
        }
        if (names instanceof ArrayNode list && !list.isEmpty()) {
            return table.columns(list, path);
        }
        throw arguments.failed("Expecting String or Array", path);
    }

    private RequestException unexpected(String message) {
        return new RequestException(ErrorCode.UNEXPECTED_PAYLOAD, message, arguments.path());
    }
}
