package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/**
 * Reads the column that a permission compares a value with: of the same row, of the row that the
 * permission is about ({@code ["$", "column"]}), or over object relationships.
 *
 * @param left must have the type of the column, as in Hasura
 */
record ColumnOperand(FilterReader filters, TableModel table, Compared left) {

    Operand read(JsonNode value) throws FilterException {
        if (value.isTextual()) {
            return columnOf(table, List.of(), value.asText(), false);
        }
        if (!value.isArray() || value.isEmpty()) {
            throw new FilterException("expected a column, but found " + value);
        }
        if (value.size() == 2 && value.get(0).asText().equals("$")) {
            return columnOf(filters.root(), List.of(), value.get(1).asText(), true);
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

    private Operand columnOf(TableModel at, List<RelationshipModel> path, String name, boolean root)
            throws FilterException {
        Optional<Column> found = at.table().column(name);
        if (found.isEmpty()) {
            throw new FilterException("'" + name + "' is no column of " + at.name());
        }
        ValueType right = ValueType.of(found.get());
        if (!left.valueType().equals(right)) {
            throw new FilterException(
                    "incompatible column types: '"
                            + left.name()
                            + "' has type "
                            + left.valueType().name()
                            + ", but '"
                            + name
                            + "' has type "
                            + right.name());
        }
        return new Operand.OtherColumn(path, name, root);
    }
}
