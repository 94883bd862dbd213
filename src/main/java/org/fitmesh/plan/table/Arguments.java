package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Operand;

/** Small arguments that several fields share. */
final class Arguments {
    private static final Operand NULL = constant(NullNode.getInstance());

    private Arguments() {}

    /** Columns named by enum values: one, a list, or none. */
    static List<Column> columns(RoleTable table, Input input) {
        List<Column> columns = new ArrayList<>();
        if (input instanceof Input.EnumName name) {
            columns.add(table.model().columns().get(name.name()));
        } else if (input instanceof Input.ListInput list) {
            list.elements().forEach(element -> columns.addAll(columns(table, element)));
        }
        return columns;
    }

    /** The same, each once. */
    static List<Column> distinctColumns(RoleTable table, Input input) {
        return columns(table, input).stream().distinct().toList();
    }

    /** A scalar or the value of an enum, when there is one. */
    static Optional<Operand> value(Input input) {
        if (input instanceof Input.EnumName name) {
            return Optional.of(
                    new Operand.Given(
                            new ValueSource.Constant(TextNode.valueOf(name.name())), name.path()));
        }
        return input instanceof Input.Leaf leaf
                ? Optional.of(new Operand.Given(leaf.source(), leaf.path()))
                : Optional.empty();
    }

    /** What a column is set to; an explicit null is SQL's null. */
    static Operand columnValue(Input input) {
        return value(input).orElse(NULL);
    }

    /** The values that a permission sets, by column. */
    static Map<Column, Operand> presets(RoleTable table, Map<String, Operand> presets) {
        Map<Column, Operand> byColumn = new LinkedHashMap<>();
        presets.forEach(
                (name, value) -> byColumn.put(table.model().table().columns().get(name), value));
        return byColumn;
    }

    /** A value that the engine itself supplies. */
    static Operand constant(JsonNode value) {
        return new Operand.Given(new ValueSource.Constant(value), ErrorPath.ROOT);
    }
}
