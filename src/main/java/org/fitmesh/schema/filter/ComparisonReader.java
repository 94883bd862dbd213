package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/**
 * Reads what a permission says of one value of the row: {@code {_eq: …, _ceq: …}} or a bare value.
 */
record ComparisonReader(FilterReader filters, TableModel table, Compared left) {
    private static final Map<String, ComparisonOperator> COLUMN_OPERATORS =
            Map.of(
                    "_ceq", ComparisonOperator.EQ,
                    "_cne", ComparisonOperator.NEQ,
                    "_cneq", ComparisonOperator.NEQ,
                    "_cgt", ComparisonOperator.GT,
                    "_clt", ComparisonOperator.LT,
                    "_cgte", ComparisonOperator.GTE,
                    "_clte", ComparisonOperator.LTE);

    Filter read(JsonNode value) throws FilterException {
        if (!value.isObject()) {
            return compare(ComparisonOperator.EQ, value);
        }
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            parts.add(operator(entry.getKey(), entry.getValue()));
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter operator(String key, JsonNode value) throws FilterException {
        String name = name(key);
        ComparisonOperator ofColumns = COLUMN_OPERATORS.get(name);
        if (ofColumns != null) {
            return new Filter.Compare(left, ofColumns, otherColumn(value));
        }
        if (name.equals("_cast")) {
            return cast(value);
        }
        return compare(FilterReader.operator(left, name), value);
    }

    /** Permissions also take a dollar sign for the underscore, and {@code _ne}. */
    private static String name(String key) {
        String name = key.startsWith("$") ? "_" + key.substring(1) : key;
        return name.equals("_ne") ? "_neq" : name;
    }

    /** In a permission null equals null, as in Hasura; a client has {@code _is_null} for that. */
    private Filter compare(ComparisonOperator operator, JsonNode value) {
        boolean equality = operator == ComparisonOperator.EQ || operator == ComparisonOperator.NEQ;
        if (!equality || !value.isNull()) {
            return new Filter.Compare(left, operator, FilterReader.operand(value));
        }
        JsonNode isNull = BooleanNode.valueOf(operator == ComparisonOperator.EQ);
        return new Filter.Compare(left, ComparisonOperator.IS_NULL, FilterReader.operand(isNull));
    }

    private Filter cast(JsonNode value) throws FilterException {
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.path("String").properties()) {
            ComparisonOperator operator =
                    ComparisonOperator.named(entry.getKey())
                            .orElseThrow(
                                    () ->
                                            new FilterException(
                                                    "'" + entry.getKey() + "' is no operator"));
            parts.add(
                    new Filter.CompareAsText(
                            left, operator, FilterReader.operand(entry.getValue())));
        }
        return new Filter.All(parts);
    }

    private Operand otherColumn(JsonNode value) throws FilterException {
        if (value.isTextual()) {
            return columnOf(table, List.of(), value.asText(), false);
        }
        if (!value.isArray() || value.isEmpty()) {
            throw new FilterException("expected a column, but found " + value);
        }
        if (value.get(0).asText().equals("$")) {
            return columnOf(filters.root(), List.of(), value.path(1).asText(), true);
        }
        return overRelationships(value);
    }

    private Operand overRelationships(JsonNode value) throws FilterException {
        TableModel at = table;
        List<RelationshipModel> path = new ArrayList<>();
        for (int i = 0; i < value.size() - 1; i++) {
            RelationshipModel next = at.relationships().get(value.get(i).asText());
            if (next == null || next.isArray()) {
                throw new FilterException(
                        "'"
                                + value.get(i).asText()
                                + "' is no object relationship of "
                                + at.name());
            }
            path.add(next);
            at = filters.tables().get(next.target());
        }
        return columnOf(at, path, value.get(value.size() - 1).asText(), false);
    }

    private static Operand columnOf(
            TableModel table, List<RelationshipModel> path, String name, boolean root)
            throws FilterException {
        Optional<Column> found = table.table().column(name);
        if (found.isEmpty()) {
            throw new FilterException("'" + name + "' is no column of " + table.name());
        }
        return new Operand.OtherColumn(path, name, root);
    }
}
