package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.AggregateQuery;
import org.fitmesh.plan.table.AggregateQuery.ColumnItem;
import org.fitmesh.plan.table.AggregateQuery.Item;
import org.fitmesh.plan.table.AggregateQuery.Part;
import org.fitmesh.plan.table.TableQuery;
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
     * The values that are taken over all rows in one pass: an inner select computes them flat, the
     * outer one builds the object, as an aggregate may not stand in a subselect of its own level.
     *
     * @param counted alias of the rows in the inner select
     * @param computed alias of the inner select's one row
     */
    private record Flat(
            TableQuery rows,
            RowCompiler.Link link,
            String counted,
            String computed,
            List<Select.Output> values) {

        Expression add(Expression call) {
            String name = "v" + values.size();
            values.add(new Select.Output(call, name));
            return new Expression.Column(computed, name);
        }
    }

    private Expression aggregates(AggregateQuery query, List<Item> items, RowCompiler.Link link) {
        String counted = compilation.alias();
        compilation.rowsOf(query.rows().table().name(), counted);
        Flat flat = new Flat(query.rows(), link, counted, compilation.alias(), new ArrayList<>());
        List<Select.Output> pairs = new ArrayList<>();
        for (Item item : items) {
            pairs.add(new Select.Output(item(item, flat), item.key()));
        }
        if (flat.values().isEmpty()) {
            return JsonObject.of(pairs, compilation);
        }
        Select values = rows.counted(query.rows(), counted, link).withOutputs(flat.values());
        Select object = Select.of(pairs).from(new FromItem.Derived(values, flat.computed()));
        return new Expression.Scalar(JsonObject.perRow(object, compilation));
    }

    private Expression item(Item item, Flat flat) {
        if (item instanceof Item.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (item instanceof Item.Count count) {
            return flat.add(
                    new AggregateCall(compilation)
                            .of("count", count.columns(), count.distinct(), flat.counted()));
        }
        Item.OfColumns function = (Item.OfColumns) item;
        List<Select.Output> pairs = new ArrayList<>();
        for (ColumnItem column : function.columns()) {
            pairs.add(
                    new Select.Output(aggregate(function.function(), column, flat), column.key()));
        }
        return JsonObject.of(pairs, compilation);
    }

    /** Whether a number leaves as a string is decided by what is aggregated, as in Hasura. */
    private Expression aggregate(String function, ColumnItem item, Flat flat) {
        if (item instanceof ColumnItem.TypeName name) {
            return new Expression.Constant(name.type());
        }
        if (item instanceof ColumnItem.OfComputed computed) {
            Expression value = new CallCompiler(compilation).seen(computed.call(), flat.counted());
            Expression call = AggregateCall.of(function, value, computed.type());
            return flat.add(rows.stringified(call, computed.type()));
        }
        Column column = ((ColumnItem.OfColumn) item).column();
        Optional<Expression> first =
                flat.link() == RowCompiler.Link.NONE
                        ? new FirstOfIndex(compilation, rows)
                                .value(flat.rows(), function, column, flat.counted())
                        : Optional.empty();
        if (first.isPresent()) {
            return rows.stringified(first.get(), column.effectiveType());
        }
        Expression call =
                new AggregateCall(compilation).plain(function, List.of(column), flat.counted());
        return flat.add(rows.stringified(call, column.effectiveType()));
    }
}
