package org.fitmesh.plan.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.Encoding;
import org.fitmesh.plan.Parameter;
import org.fitmesh.schema.filter.Compared;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.ScalarNames;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes filters as conditions.
 *
 * @param root alias of the row that the whole expression is about
 * @param byClient whether the columns are seen with the client's eyes
 */
record FilterCompiler(Compilation compilation, String root, boolean byClient) {
    private static final PgType TEXT = PgType.builtIn("text");
    private static final Optional<Expression> ONE = Optional.of(new Expression.Keyword("1"));

    /** Leads to the whole document. */
    private static final Expression EMPTY_PATH =
            new Expression.Cast(new Expression.Constant("{}"), SqlType.TEXT.arrayOf());

    /** For filters of permissions, and of clients where they say so. */
    FilterCompiler(Compilation compilation, String root) {
        this(compilation, root, false);
    }

    /** The condition on the row of that alias. */
    Expression condition(Filter filter, String alias) {
        if (filter instanceof Filter.All all) {
            List<Expression> parts = conditions(all.parts(), alias);
            parts.removeIf(part -> part == Expression.TRUE);
            return Expression.and(parts);
        }
        if (filter instanceof Filter.Any any) {
            return Expression.or(conditions(any.parts(), alias));
        }
        if (filter instanceof Filter.Not not) {
            return new Expression.Not(condition(not.operand(), alias));
        }
        if (filter instanceof Filter.Rooted rooted) {
            return new FilterCompiler(compilation, alias).condition(rooted.filter(), alias);
        }
        if (filter instanceof Filter.ByClient given) {
            return new FilterCompiler(compilation, root, true).condition(given.filter(), alias);
        }
        if (filter instanceof Filter.Compare compare) {
            Expression left = left(compare.left(), alias);
            PgType type = compare.left().type();
            return comparison(left, type, compare.operator(), compare.operand(), alias);
        }
        if (filter instanceof Filter.CompareAsText cast) {
            Expression text = new Expression.Cast(left(cast.left(), alias), SqlType.TEXT);
            return comparison(text, TEXT, cast.operator(), cast.operand(), alias);
        }
        return subselect(filter, alias);
    }

    private Expression left(Compared left, String alias) {
        if (left instanceof Compared.OfCall computed) {
            return new CallCompiler(compilation).seen(computed.call(), alias);
        }
        return column(((Compared.OfColumn) left).column(), alias);
    }

    private Expression column(Column column, String alias) {
        Expression value =
                byClient
                        ? compilation.cell(alias, column)
                        : new Expression.Column(alias, column.name());
        return Compilation.comparable(value, column);
    }

    private List<Expression> conditions(List<Filter> parts, String alias) {
        List<Expression> conditions = new ArrayList<>();
        parts.forEach(part -> conditions.add(condition(part, alias)));
        return conditions;
    }

    private Expression subselect(Filter filter, String alias) {
        if (filter instanceof Filter.Related related) {
            return exists(related, alias);
        }
        if (filter instanceof Filter.Computed computed) {
            return exists(computed, alias);
        }
        if (filter instanceof Filter.RelatedAggregate aggregate) {
            List<Expression> tests = new ArrayList<>();
            aggregate.tests().forEach(test -> tests.add(aggregateTest(aggregate, test, alias)));
            return Expression.and(tests);
        }
        Filter.ExistsIn exists = (Filter.ExistsIn) filter;
        String other = compilation.alias();
        FromItem from = compilation.table(exists.table(), other);
        return new Expression.Exists(
                Select.of(new Select.Output(new Expression.Keyword("1"), "one"))
                        .from(from)
                        .where(condition(exists.filter(), other)));
    }

    private Expression exists(Filter.Related related, String alias) {
        String other = compilation.alias();
        FromItem from = compilation.table(related.relationship().target(), other);
        Expression inner = condition(related.filter(), other);
        return new Expression.Exists(
                Select.of(new Select.Output(new Expression.Keyword("1"), "one"))
                        .from(from)
                        .where(joined(related.relationship(), alias, other, inner)));
    }

    private Expression exists(Filter.Computed computed, String alias) {
        String other = compilation.alias();
        compilation.rowsOf(computed.table(), other);
        Expression.FunctionCall call = new CallCompiler(compilation).call(computed.call(), alias);
        return new Expression.Exists(
                Select.of(new Select.Output(new Expression.Keyword("1"), "one"))
                        .from(new FromItem.FunctionRows(call, other))
                        .where(condition(computed.filter(), other)));
    }

    private Expression aggregateTest(
            Filter.RelatedAggregate aggregate, Filter.Test test, String alias) {
        String other = compilation.alias();
        FromItem from = compilation.table(aggregate.relationship().target(), other);
        Expression value =
                new AggregateCall(compilation)
                        .of(aggregate.function(), aggregate.columns(), aggregate.distinct(), other);
        Expression rows = condition(aggregate.filter(), other);
        Expression left =
                new Expression.Scalar(
                        Select.of(new Select.Output(value, "value"))
                                .from(from)
                                .where(joined(aggregate.relationship(), alias, other, rows)));
        PgType type = PgType.builtIn(aggregate.function().equals("count") ? "int4" : "bool");
        return comparison(left, type, test.operator(), test.operand(), alias);
    }

    /** The rows of a relationship that also meet a condition. */
    static Expression joined(
            RelationshipModel relationship, String own, String other, Expression condition) {
        List<Expression> parts = new ArrayList<>();
        for (Map.Entry<String, String> pair : relationship.columns().entrySet()) {
            parts.add(
                    new Expression.Infix(
                            new Expression.Column(other, pair.getValue()),
                            "=",
                            new Expression.Column(own, pair.getKey())));
        }
        if (condition != Expression.TRUE) {
            parts.add(condition);
        }
        return Expression.and(parts);
    }

    private Expression comparison(
            Expression left,
            PgType type,
            ComparisonOperator operator,
            Operand operand,
            String alias) {
        if (operator == ComparisonOperator.IS_NULL) {
            return nullTest(left, operand);
        }
        if (operand instanceof Operand.OtherColumn other) {
            return new Expression.Infix(left, operator.sql(), otherColumn(other, alias));
        }
        return switch (operator.operand()) {
            case SAME -> infix(left, operator, compilation.value(operand, type));
            case LIST -> list(left, operator, operand, type);
            case PATTERN, TEXT -> infix(left, operator, compilation.value(operand, TEXT));
            case JSONPATH -> infix(left, operator, jsonPath(operand));
            case TEXT_LIST -> infix(left, operator, compilation.list(operand, TEXT));
            case LQUERY ->
                    infix(left, operator, compilation.value(operand, beside(type, "lquery")));
            case LQUERY_LIST ->
                    infix(left, operator, compilation.list(operand, beside(type, "lquery")));
            case LTXTQUERY ->
                    infix(left, operator, compilation.value(operand, beside(type, "ltxtquery")));
            case NULL_TEST -> throw new IllegalStateException("handled above: " + operator);
        };
    }

    private Expression jsonPath(Operand operand) {
        return new Expression.Cast(compilation.value(operand, TEXT), SqlType.builtIn("jsonpath"));
    }

    /** Types of one extension live in one schema. */
    private static PgType beside(PgType type, String name) {
        return new PgType(type.schema(), name, PgType.Kind.BASE, Optional.empty());
    }

    private static Expression infix(
            Expression left, ComparisonOperator operator, Expression right) {
        return new Expression.Infix(left, operator.sql(), right);
    }

    private Expression list(
            Expression left, ComparisonOperator operator, Operand operand, PgType type) {
        if (type.isArray()) {
            return listOfArrays(left, operator, operand, type);
        }
        Expression values = compilation.list(operand, type);
        if (operator == ComparisonOperator.IN || operator == ComparisonOperator.NIN) {
            return new Expression.Quantified(left, operator.sql(), values);
        }
        return new Expression.Infix(left, operator.sql(), values);
    }

    /**
     * PostgreSQL has no array of arrays: the list travels as JSON and is taken apart there. A
     * string in it is the text of an array.
     */
    private Expression listOfArrays(
            Expression left, ComparisonOperator operator, Operand operand, PgType type) {
        Expression json =
                compilation.parameter(
                        new Parameter.Value(
                                operand, Encoding.JSON, Compilation.expected(operand, type, true)),
                        SqlType.JSON);
        String list = compilation.alias();
        String element = compilation.alias();
        boolean ofJson = ScalarNames.isJson(ScalarNames.elementOf(type));
        Expression value = new Expression.Column(element, "value");
        Select texts =
                Select.of(new Select.Output(ofJson ? jsonText(value) : value, "text"))
                        .from(
                                new FromItem.JsonElements(
                                        new Expression.Column(list, "value"), !ofJson, element));
        SqlType arrayType = Compilation.sqlType(type);
        Expression given = new Expression.Column(list, "value");
        Expression array =
                new Expression.Case(
                        new Expression.Infix(
                                new Expression.Call("json_typeof", given),
                                "=",
                                new Expression.Constant("string")),
                        new Expression.Cast(
                                new Expression.Infix(given, "#>>", EMPTY_PATH), arrayType),
                        new Expression.Cast(new Expression.ArrayOf(texts), arrayType));
        Select arrays =
                Select.of(new Select.Output(array, "element"))
                        .from(new FromItem.JsonElements(json, false, list));
        return new Expression.Quantified(left, operator.sql(), new Expression.Query(arrays));
    }

    /** A null in the list is SQL's, as where the list is a value of its own. */
    private static Expression jsonText(Expression json) {
        Expression kind = new Expression.Call("json_typeof", json);
        return new Expression.Case(
                new Expression.Infix(kind, "=", new Expression.Constant("null")),
                Expression.NULL,
                new Expression.Cast(json, SqlType.TEXT));
    }

    private Expression nullTest(Expression left, Operand operand) {
        if (operand instanceof Operand.Given given
                && given.source() instanceof ValueSource.Constant constant
                && constant.value().isBoolean()) {
            JsonNode isNull = constant.value();
            return new Expression.NullTest(left, isNull.booleanValue());
        }
        return new Expression.Infix(
                new Expression.NullTest(left, true),
                "=",
                compilation.parameter(operand, Encoding.TEXT, SqlType.BOOLEAN));
    }

    private Expression otherColumn(Operand.OtherColumn other, String alias) {
        if (other.path().isEmpty()) {
            return new Expression.Column(other.root() ? root : alias, other.column());
        }
        RelationshipModel first = other.path().get(0);
        String next = compilation.alias();
        Operand.OtherColumn rest =
                new Operand.OtherColumn(
                        other.path().subList(1, other.path().size()), other.column(), false);
        Select value =
                Select.of(new Select.Output(otherColumn(rest, next), "value"))
                        .from(compilation.table(first.target(), next))
                        .where(joined(first, alias, next, Expression.TRUE));
        return new Expression.Scalar(first.unique() ? value : value.limited(ONE, Optional.empty()));
    }

    /** The columns of a table, so that a subselect passes all of them on. */
    static List<Select.Output> allColumns(Iterable<Column> columns, String alias) {
        List<Select.Output> outputs = new ArrayList<>();
        columns.forEach(
                c ->
                        outputs.add(
                                new Select.Output(
                                        new Expression.Column(alias, c.name()), c.name())));
        return outputs;
    }
}
