package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an entry of a table's {@code remote_relationships}: the form with {@code to_remote_schema},
 * and the two older ones with {@code hasura_fields}, under {@code definition} or beside the name.
 */
final class RemoteRelationshipReader {
    private RemoteRelationshipReader() {}

    static RemoteRelationship read(Entry entry) {
        Entry definition = entry.optionalObject("definition").orElse(entry);
        if (definition.optional("to_source").isPresent()) {
            throw MalformedEntry.unserved(
                    "relationships to another database (to_source) are not supported: use an"
                            + " object or array relationship, or a remote schema");
        }
        Optional<Entry> current = definition.optionalObject("to_remote_schema");
        Entry remote = current.orElse(definition);
        List<String> columns = remote.texts(current.isPresent() ? "lhs_fields" : "hasura_fields");
        List<RemoteRelationship.Step> path = path(remote.object("remote_field"));
        for (RemoteRelationship.Step step : path) {
            requireKnown(columns, step.arguments());
        }
        return new RemoteRelationship(
                entry.text("name"), remote.text("remote_schema"), columns, path);
    }

    /** {@code {field: {arguments, field: {deeper: …}}}}, one field per level. */
    private static List<RemoteRelationship.Step> path(Entry root) {
        List<RemoteRelationship.Step> path = new ArrayList<>();
        Optional<Entry> level = Optional.of(root);
        while (level.isPresent()) {
            List<String> fields = level.get().keys();
            if (fields.size() != 1) {
                throw new MalformedEntry(
                        "\"remote_field\" must name one field per level, not " + fields.size());
            }
            Entry field = level.get().object(fields.get(0));
            ObjectNode arguments =
                    field.optionalObject("arguments")
                            .map(Entry::json)
                            .orElseGet(JsonNodeFactory.instance::objectNode);
            path.add(new RemoteRelationship.Step(fields.get(0), arguments));
            level = field.optionalObject("field");
        }
        return List.copyOf(path);
    }

    private static void requireKnown(List<String> columns, JsonNode value) {
        if (value.isTextual() && value.textValue().startsWith("$")) {
            String column = value.textValue().substring(1);
            if (!columns.contains(column)) {
                throw new MalformedEntry(
                        "an argument uses $" + column + ": add " + column + " to \"lhs_fields\"");
            }
        }
        value.forEach(inner -> requireKnown(columns, inner));
    }
}
