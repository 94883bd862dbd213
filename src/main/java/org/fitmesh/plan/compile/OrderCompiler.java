package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The keys, and what must be joined for them. */
    record Order(List<OrderKey> keys, List<Select.LateralJoin> joins) {}

    Order order(List<Ordering> orderings, String alias) {
        List<OrderKey> keys = new ArrayList<>();
        List<Select.LateralJoin> joins = new ArrayList<>();
        for (Ordering ordering : orderings) {
            Expression key = key(ordering.target(), alias, joins);
            keys.add(new OrderKey(key, ordering.descending(), ordering.nullsFirst()));
        }
        return new Order(keys, joins);
    }

    private Expression key(Target target, String alias, List<Select.LateralJoin> joins) {
        if (target instanceof Target.OwnColumn own) {
            return new Expression.Column(alias, own.column().name());
        }
        if (target instanceof Target.Computed computed) {
            return new CallCompiler(compilation).call(computed.call(), alias);
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
        Expression value =
                AggregateCall.plain(
                        computed.function(), computed.column().stream().toList(), other);
        Expression.FunctionCall call = new CallCompiler(compilation).call(computed.call(), alias);
        return Select.of(new Select.Output(value, KEY))
                .from(new FromItem.FunctionRows(call, other))
                .where(new FilterCompiler(compilation, other).condition(computed.filter(), other));
    }

    private Select related(Target.OfRelated related, String alias) {
        RelationshipModel relationship = related.relationship();
        String other = compilation.alias();
        List<Select.LateralJoin> joins = new ArrayList<>();
        Expression key = key(related.inner(), other, joins);
        Expression visible =
                new FilterCompiler(compilation, other).condition(related.filter(), other);
        Select select =
                Select.of(new Select.Output(key, KEY))
                        .from(compilation.table(relationship.target(), other))
                        .joining(joins)
                        .where(FilterCompiler.joined(relationship, alias, other, visible));
        // a second match would double the row
        return relationship.unique()
                ? select
                : select.limited(Optional.of(new Expression.Keyword("1")), Optional.empty());
    }

    private Select aggregate(Target.OfAggregate aggregate, String alias) {
        String other = compilation.alias();
        Expression value =
                AggregateCall.plain(
                        aggregate.function(), aggregate.column().stream().toList(), other);
        Expression visible =
                new FilterCompiler(compilation, other).condition(aggregate.filter(), other);
        return Select.of(new Select.Output(value, KEY))
                .from(compilation.table(aggregate.relationship().target(), other))
                .where(FilterCompiler.joined(aggregate.relationship(), alias, other, visible));
    }
}
