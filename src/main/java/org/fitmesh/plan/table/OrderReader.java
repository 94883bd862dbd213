package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.plan.table.Ordering.Target;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.RelationshipModel;

/** Reads {@code order_by}: keys count in the order in which the client wrote them. */
final class OrderReader {
    private static final String AGGREGATE = "_aggregate";

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
            object.fields().forEach((name, value) -> named(table, name, value, wrap));
        }
    }

    /** Rows that are computed can be counted here, but not as a field of their own. */
    private void named(RoleTable table, String name, Input value, UnaryOperator<Target> wrap) {
        TableField field = table.fields().get(name);
        if (field != null) {
            key(field, value, wrap);
            return;
        }
        String rows = name.substring(0, name.length() - AGGREGATE.length());
        TableField.ComputedRows computed = (TableField.ComputedRows) table.fields().get(rows);
        FunctionCall call = FunctionCall.withoutInputs(computed.field().function());
        RoleTable target = schema.table(computed.target());
        Filter visible = target.visibleRows();
        aggregates(
                target,
                value,
                (function, column) ->
                        wrap.apply(
                                new Target.OfComputed(
                                        call, computed.target(), visible, function, column)));
    }

    private void key(TableField field, Input value, UnaryOperator<Target> wrap) {
        if (field instanceof TableField.ColumnField column) {
            add(value, wrap.apply(new Target.OwnColumn(column.column())));
        } else if (field instanceof TableField.ComputedValue computed) {
            FunctionCall call = FunctionCall.withoutInputs(computed.field().function());
            add(value, wrap.apply(new Target.Computed(computed.seen(call))));
        } else if (field instanceof TableField.RelationshipField related) {
            RelationshipModel relationship = related.relationship();
            RoleTable target = schema.table(relationship.target());
            Filter visible = target.visibleRows();
            any(
                    target,
                    value,
                    inner -> wrap.apply(new Target.OfRelated(relationship, visible, inner)));
        } else if (field instanceof TableField.AggregateField aggregate) {
            RelationshipModel relationship = aggregate.relationship();
            RoleTable target = schema.table(relationship.target());
            Filter visible = target.visibleRows();
            aggregates(
                    target,
                    value,
                    (function, column) ->
                            wrap.apply(
                                    new Target.OfAggregate(
                                            relationship, visible, function, column)));
        }
    }

    private void aggregates(
            RoleTable target, Input value, BiFunction<String, Optional<Column>, Target> aggregate) {
        if (!(value instanceof Input.ObjectInput functions)) {
            return;
        }
        for (Map.Entry<String, Input> function : functions.fields().entrySet()) {
            if (function.getValue() instanceof Input.ObjectInput columns) {
                columns.fields()
                        .forEach(
                                (name, direction) ->
                                        add(
                                                direction,
                                                aggregate.apply(
                                                        function.getKey(),
                                                        Optional.of(
                                                                target.model()
                                                                        .columns()
                                                                        .get(name)))));
            } else {
                add(function.getValue(), aggregate.apply(function.getKey(), Optional.empty()));
            }
        }
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
