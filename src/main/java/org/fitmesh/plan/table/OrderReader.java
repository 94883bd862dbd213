package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.plan.table.Ordering.Target;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.table.RelationshipModel;

/** Reads {@code order_by}: keys count in the order in which the client wrote them. */
final class OrderReader {
    private final RoleSchema schema;
    private final List<Ordering> orderings = new ArrayList<>();

    private OrderReader(RoleSchema schema) {
        this.schema = schema;
    }

    static List<Ordering> read(RoleSchema schema, RoleTable table, Input input) {
        OrderReader reader = new OrderReader(schema);
        reader.any(table, input, target -> target);
        return reader.orderings;
    }

    private void any(RoleTable table, Input input, UnaryOperator<Target> wrap) {
        if (input instanceof Input.ListInput list) {
            list.elements().forEach(element -> any(table, element, wrap));
        } else if (input instanceof Input.ObjectInput object) {
            object.fields().forEach((name, value) -> key(table.fields().get(name), value, wrap));
        }
    }

    private void key(TableField field, Input value, UnaryOperator<Target> wrap) {
        if (field instanceof TableField.ColumnField column) {
            add(value, wrap.apply(new Target.OwnColumn(column.column())));
        } else if (field instanceof TableField.RelationshipField related) {
            RelationshipModel relationship = related.relationship();
            RoleTable target = schema.table(relationship.target());
            Filter visible = target.visibleRows();
            any(
                    target,
                    value,
                    inner -> wrap.apply(new Target.OfRelated(relationship, visible, inner)));
        } else if (field instanceof TableField.AggregateField aggregate) {
            aggregates(aggregate.relationship(), value, wrap);
        }
    }

    private void aggregates(
            RelationshipModel relationship, Input value, UnaryOperator<Target> wrap) {
        if (!(value instanceof Input.ObjectInput functions)) {
            return;
        }
        RoleTable target = schema.table(relationship.target());
        for (Map.Entry<String, Input> function : functions.fields().entrySet()) {
            if (function.getValue() instanceof Input.ObjectInput columns) {
                columns.fields()
                        .forEach(
                                (name, direction) ->
                                        aggregate(
                                                relationship,
                                                function.getKey(),
                                                Optional.of(target.model().columns().get(name)),
                                                direction,
                                                wrap));
            } else {
                aggregate(
                        relationship,
                        function.getKey(),
                        Optional.empty(),
                        function.getValue(),
                        wrap);
            }
        }
    }

    private void aggregate(
            RelationshipModel relationship,
            String function,
            Optional<Column> column,
            Input direction,
            UnaryOperator<Target> wrap) {
        Filter visible = schema.table(relationship.target()).visibleRows();
        add(direction, wrap.apply(new Target.OfAggregate(relationship, visible, function, column)));
    }

    /**
     * A null direction is no key. PostgreSQL's own rule for nulls: last, or first when descending.
     */
    private void add(Input direction, Target target) {
        if (!(direction instanceof Input.EnumName name)) {
            return;
        }
        boolean descending = name.name().startsWith("desc");
        boolean nullsFirst = name.name().endsWith("nulls_first") || name.name().equals("desc");
        orderings.add(new Ordering(target, descending, nullsFirst));
    }
}
