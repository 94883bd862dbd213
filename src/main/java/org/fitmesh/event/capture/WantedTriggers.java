package org.fitmesh.event.capture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.UniqueConstraint;
import org.fitmesh.event.CapturedTrigger;
import org.fitmesh.metadata.ColumnSet;
import org.fitmesh.metadata.EventTrigger;
import org.fitmesh.metadata.EventTrigger.Operation;
import org.fitmesh.metadata.EventTrigger.Spec;

/** The database triggers that event triggers need, as the JSON that {@link Comparison} reads. */
final class WantedTriggers {
    private final boolean stringifyNumbers;
    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();

    private WantedTriggers(boolean stringifyNumbers) {
        this.stringifyNumbers = stringifyNumbers;
    }

    static String json(List<CapturedTrigger> triggers, boolean stringifyNumbers) {
        WantedTriggers wanted = new WantedTriggers(stringifyNumbers);
        triggers.forEach(wanted::add);
        return wanted.list.toString();
    }

    private void add(CapturedTrigger trigger) {
        trigger.definition()
                .operations()
                .forEach((operation, spec) -> add(trigger, operation, spec));
    }

    private void add(CapturedTrigger trigger, Operation operation, Spec spec) {
        boolean update = operation == Operation.UPDATE;
        if (update && spec.columns() instanceof ColumnSet.Some some && some.names().isEmpty()) {
            // no column can change, so nothing is ever captured
            return;
        }
        EventTrigger definition = trigger.definition();
        Table table = trigger.table();
        ObjectNode one = list.addObject();
        one.put("event_trigger", definition.name());
        one.put("schema_name", table.name().schema());
        one.put("table_name", table.name().name());
        one.put("operation", operation.name().toLowerCase(Locale.ROOT));
        one.put("always", definition.onReplication());
        if (update && spec.columns() instanceof ColumnSet.Some some) {
            names(one, "changed", some.names());
        }
        if (spec.payload() instanceof ColumnSet.Some some) {
            names(one, "payload", some.names());
        }
        if (stringifyNumbers) {
            names(one, "stringified", stringified(table, spec.payload()));
        }
        if (definition.extensions().ordered()) {
            names(one, "key_columns", key(table));
        }
    }

    private static List<String> stringified(Table table, ColumnSet payload) {
        return table.columns().values().stream()
                .filter(column -> column.effectiveType().isStringified())
                .map(Column::name)
                .filter(payload::contains)
                .toList();
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(UniqueConstraint::columns).orElse(List.of());
    }

    private static void names(ObjectNode one, String key, Collection<String> names) {
        ArrayNode array = one.putArray(key);
        names.forEach(array::add);
    }
}
