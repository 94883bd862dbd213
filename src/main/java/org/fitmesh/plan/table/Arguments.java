package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.filter.Operand;

/** Small arguments that several fields share. */
final class Arguments {
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

    /** A scalar, when there is one. */
    static Optional<Operand> value(Input input) {
        return input instanceof Input.Leaf leaf
                ? Optional.of(new Operand.Given(leaf.source(), leaf.path()))
                : Optional.empty();
    }

    /** A value that the engine itself supplies. */
    static Operand constant(JsonNode value) {
        return new Operand.Given(new ValueSource.Constant(value), ErrorPath.ROOT);
    }
}
