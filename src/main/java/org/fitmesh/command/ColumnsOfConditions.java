package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.MetadataDocument;

/** Renames columns in the boolean expressions of permissions. */
record ColumnsOfConditions(ColumnRenames renames) {
    private static final Set<String> OF_COLUMNS =
            Set.of("_ceq", "_cne", "_cneq", "_cgt", "_clt", "_cgte", "_clte");

    /**
     * Changes an expression.
     *
     * @param at the table that it is about
     */
    void rename(JsonNode expression, TableName at) {
        if (expression.isArray()) {
            expression.forEach(one -> rename(one, at));
        }
        if (!(expression instanceof ObjectNode object)) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            part(entry.getKey(), entry.getValue(), at);
        }
        if (at.equals(renames.table())) {
            renames.keys(object);
        }
    }

    private void part(String key, JsonNode value, TableName at) {
        switch (key.replace('$', '_')) {
            case "_and", "_or", "_not" -> rename(value, at);
            case "_exists" ->
                    MetadataDocument.tableName(value.path("_table"))
                            .ifPresent(table -> rename(value.path("_where"), table));
            default -> ofField(key, value, at);
        }
    }

    private void ofField(String key, JsonNode value, TableName at) {
        Optional<TableName> target = renames.target(at, key);
        if (target.isPresent()) {
            rename(value, target.get());
        } else if (at.equals(renames.table())) {
            comparisons(value);
        }
    }

    /** Operators that compare with another column of the table. */
    private void comparisons(JsonNode value) {
        for (String operator : OF_COLUMNS) {
            for (String written : new String[] {operator, "$" + operator.substring(1)}) {
                renames.text(value, written);
                JsonNode path = value.path(written);
                if (path instanceof ArrayNode list
                        && (list.size() == 1 || "$".equals(list.path(0).asText()))) {
                    renames.list(path);
                }
            }
        }
    }
}
