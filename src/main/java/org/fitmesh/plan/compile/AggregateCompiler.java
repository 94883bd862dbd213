package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.AggregateQuery;
import org.fitmesh.plan.table.AggregateQuery.ColumnItem;
import org.fitmesh.plan.table.AggregateQuery.Item;
import org.fitmesh.plan.table.AggregateQuery.Part;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;

/** Writes {@code <table>_aggregate} as one JSON object. */
record AggregateCompiler(Compilation compilation, RowCompiler rows) {

    /** The object, as an expression that stands alone. */
    Expression object(AggregateQuery query, RowCompiler.Link link) {
        List<Select.Output> pairs = new ArrayList<>();
        for (Part part : query.parts()) {
            pairs.add(new Select.Output(part(query, part, link), part.key()));
        }
        return JsonObject.of(pairs, compilation);
    }

    private Expression part(AggregateQuery query, Part part, RowCompiler.Link link) {
        if (part instanceof Part.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (part instanceof Part.Nodes nodes) {
            return new Expression.Scalar(rows.list(nodes.query(), link));
        }
        return aggregates(query, ((Part.Aggregates) part).items(), link);
    }

    /**
     * The inner select computes flat values, the outer one builds the object: an aggregate may not
     * stand in a subselect of its own level.
     */
    private Expression aggregates(AggregateQuery query, List<Item> items, RowCompiler.Link link) {
        String counted = compilation.alias();
        compilation.rowsOf(query.rows().table().name(), counted);
        String computed = compilation.alias();
        List<Select.Output> values = new ArrayList<>();
        List<Select.Output> pairs = new ArrayList<>();
        for (Item item : items) {
            Expression value = item(item, counted, computed, values);
            pairs.add(new Select.Output(value, item.key()));
        }
        if (values.isEmpty()) {
            return JsonObject.of(pairs, compilation);
        }
        Select flat = rows.counted(query.rows(), counted, link).withOutputs(values);
        Select object = Select.of(pairs).from(new FromItem.Derived(flat, computed));
        return new Expression.Scalar(JsonObject.perRow(object, compilation));
    }

    private Expression item(
            Item item, String counted, String computed, List<Select.Output> values) {
        if (item instanceof Item.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (item instanceof Item.Count count) {
            Expression call =
                    new AggregateCall(compilation)
                            .of("count", count.columns(), count.distinct(), counted);
            return computedValue(call, computed, values);
        }
        Item.OfColumns function = (Item.OfColumns) item;
        List<Select.Output> pairs = new ArrayList<>();
        for (ColumnItem column : function.columns()) {
            Expression value =
                    column instanceof ColumnItem.TypeName name
                            ? new Expression.Constant(name.type())
                            : computedValue(
                                    aggregate(function.function(), column, counted),
                                    computed,
                                    values);
            pairs.add(new Select.Output(value, column.key()));
        }
        return JsonObject.of(pairs, compilation);
    }

    /** Whether a number leaves as a string is decided by what is aggregated, as in Hasura. */
    private Expression aggregate(String function, ColumnItem item, String counted) {
        if (item instanceof ColumnItem.OfComputed computed) {
            Expression value = new CallCompiler(compilation).seen(computed.call(), counted);
            Expression call = AggregateCall.of(function, value, computed.type());
            return rows.stringified(call, computed.type());
        }
        Column column = ((ColumnItem.OfColumn) item).column();
        Expression call = new AggregateCall(compilation).plain(function, List.of(column), counted);
        return rows.stringified(call, column.effectiveType());
    }

    private static Expression computedValue(
            Expression call, String computed, List<Select.Output> values) {
        String name = "v" + values.size();
        values.add(new Select.Output(call, name));
        return new Expression.Column(computed, name);
    }
}
