package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.table.UpdateQuery.Change;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.UpdateOperator;

/** What the older {@code update} does to which columns. */
final class RowsChanges {
    private final RowsTable table;
    private final Arguments arguments;
    private final Map<Column, Change> changes = new LinkedHashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();

    RowsChanges(RowsTable table, Arguments arguments) {
        this.table = table;
        this.arguments = arguments;
    }

    /**
     * {@code $set} (or {@code values}), {@code $inc}, {@code $mul} and {@code $default}.
     *
     * @throws RequestException unexpected-payload for none of them, validation-failed for a column
     *     in two
     */
    Map<Column, Change> read() {
        values(
                arguments.optional("$set").isPresent() ? "$set" : "values",
                value -> new Change.Operated(UpdateOperator.SET, value));
        values("$inc", value -> new Change.Operated(UpdateOperator.INC, value));
        values("$mul", Change.Multiplied::new);
        defaults();
        if (changes.isEmpty()) {
            throw failed(
                    ErrorCode.UNEXPECTED_PAYLOAD,
                    "atleast one of $set, $inc, $mul has to be present");
        }
        if (!twice.isEmpty()) {
            String names =
                    twice.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
            throw failed(
                    ErrorCode.VALIDATION_FAILED,
                    "Column found in multiple operators: [" + names + "].");
        }
        return changes;
    }

    private void values(String key, Function<Operand, Change> change) {
        arguments.optionalObject(key).ifPresent(values -> values(values, change));
    }

    private void values(Arguments values, Function<Operand, Change> change) {
        for (Map.Entry<String, JsonNode> value : values.json().properties()) {
            ErrorPath path = values.path().key(value.getKey());
            add(
                    table.listed(value.getKey(), values.path()),
                    change.apply(RowsTable.value(value.getValue(), path)));
        }
    }

    private void defaults() {
        table.listed(arguments.optionalList("$default"), arguments.path().key("$default"))
                .forEach(column -> add(column, new Change.Reset()));
    }

    private void add(Column column, Change change) {
        if (changes.put(column, change) != null) {
            twice.add(column.name());
        }
    }

    private RequestException failed(ErrorCode code, String message) {
        return new RequestException(code, message, arguments.path());
    }
}
