package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.plan.table.Ordering;
import org.fitmesh.plan.table.Ordering.Target;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.OrderKey;
import org.fitmesh.sql.Select;

/** Writes the order of rows. What is not in the row itself is joined to it. */
record OrderCompiler(Compilation compilation) {
    private static final String KEY = "key";

    /**
     * The keys, and what must be joined for them.
     *
     * @param distinct what only one row is taken of for each value
     */
    record Order(List<OrderKey> keys, List<Select.LateralJoin> joins, List<Expression> distinct) {}

    Order order(List<Ordering> orderings, List<Column> distinctOn, String alias) {
        List<OrderKey> keys = new ArrayList<>();
        List<Select.LateralJoin> joins = new ArrayList<>();
        Map<Target, Expression> distinct = new LinkedHashMap<>();
        distinctOn.forEach(c -> distinct.put(new Target.OwnColumn(c), distinct(c, alias, joins)));
        for (Ordering ordering : orderings) {
            Expression same = distinct.get(ordering.target());
            Expression key = same == null ? key(ordering.target(), alias, joins) : same;
            keys.add(new OrderKey(key, ordering.descending(), ordering.nullsFirst()));
        }
        return new Order(keys, joins, List.copyOf(distinct.values()));
    }

    /**
     * What is distinct must be the very expression of the order. One with parameters is never the
     * same twice: it is joined, and has a name.
     */
    private Expression distinct(Column column, String alias, List<Select.LateralJoin> joins) {
        if (compilation.readableIn(alias, column).isEmpty()) {
            return new Expression.Column(alias, column.name());
        }
        String joined = compilation.alias();
        joins.add(
                new Select.LateralJoin(
                        Select.of(new Select.Output(compilation.cell(alias, column), KEY)),
                        joined));
        return new Expression.Column(joined, KEY);
    }

    private Expression key(Target target, String alias, List<Select.LateralJoin> joins) {
        if (target instanceof Target.OwnColumn own) {
            return compilation.cell(alias, own.column());
        }
        if (target instanceof Target.Computed computed) {
            return new CallCompiler(compilation).seen(computed.call(), alias);
        }
        String joined = compilation.alias();
        joins.add(new Select.LateralJoin(subselect(target, alias), joined));
        return new Expression.Column(joined, KEY);
    }

    private Select subselect(Target target, String alias) {
        if (target instanceof Target.OfRelated related) {
            return related(related, alias);
        }
        return target instanceof Target.OfComputed computed
                ? computed(computed, alias)
                : aggregate((Target.OfAggregate) target, alias);
    }

    private Select computed(Target.OfComputed computed, String alias) {
        String other = compilation.alias();
        compilation.rowsOf(computed.table(), other);
        Expression value =
                new AggregateCall(compilation)
                        .plain(computed.function(), computed.column().stream().toList(), other);
        Expression.FunctionCall call = new CallCompiler(compilation).call(computed.call(), alias);
        return Select.of(new Select.Output(value, KEY))
                .from(new FromItem.FunctionRows(call, other))
                .where(new FilterCompiler(compilation, other).condition(computed.filter(), other));
    }

    private Select related(Target.OfRelated related, String alias) {
        RelationshipModel relationship = related.relationship();
        String other = compilation.alias();
        FromItem from = compilation.table(relationship.target(), other);
        List<Select.LateralJoin> joins = new ArrayList<>();
        Expression key = key(related.inner(), other, joins);
        Expression visible =
                new FilterCompiler(compilation, other).condition(related.filter(), other);
        Select select =
                Select.of(new Select.Output(key, KEY))
                        .from(from)
                        .joining(joins)
                        .where(FilterCompiler.joined(relationship, alias, other, visible));
        // a second match would double the row
        return relationship.unique()
                ? select
                : select.limited(Optional.of(new Expression.Keyword("1")), Optional.empty());
    }

    private Select aggregate(Target.OfAggregate aggregate, String alias) {
        String other = compilation.alias();
        FromItem from = compilation.table(aggregate.relationship().target(), other);
        Expression value =
                new AggregateCall(compilation)
                        .plain(aggregate.function(), aggregate.column().stream().toList(), other);
        Expression visible =
                new FilterCompiler(compilation, other).condition(aggregate.filter(), other);
        return Select.of(new Select.Output(value, KEY))
                .from(from)
                .where(FilterCompiler.joined(aggregate.relationship(), alias, other, visible));
    }
}
