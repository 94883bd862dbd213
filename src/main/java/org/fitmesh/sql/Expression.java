package org.fitmesh.sql;

import java.util.List;

/** A value expression (PostgreSQL documentation, section 4.2). Each form writes itself. */
public sealed interface Expression {
    Expression TRUE = new Keyword("TRUE");
    Expression FALSE = new Keyword("FALSE");
    Expression NULL = new Keyword("NULL");

    /** {@code DEFAULT}, as a value of {@code VALUES} or {@code SET} only. */
    Expression DEFAULT = new Keyword("DEFAULT");

    /** {@code *}, within {@code count} only. */
    Expression STAR = new Keyword("*");

    void writeTo(SqlText out);

    static Expression and(List<Expression> parts) {
        return join(parts, " AND ", TRUE);
    }

    static Expression or(List<Expression> parts) {
        return join(parts, " OR ", FALSE);
    }

    private static Expression join(List<Expression> parts, String word, Expression ofNone) {
        if (parts.isEmpty()) {
            return ofNone;
        }
        return parts.size() == 1 ? parts.get(0) : new Chain(word, parts);
    }

    /** {@code alias.column}. Columns are always qualified. */
    record Column(String alias, String name) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.identifier(alias).add(".").identifier(name);
        }
    }

    /** A whole row, by its alias, as an argument of {@code row_to_json}. */
    record WholeRow(String alias) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            // without the star, a column of the same name would be meant
            out.identifier(alias).add(".*");
        }
    }

    /**
     * A value of the request, bound when the statement runs.
     *
     * @param number which of the plan's parameters
     * @param type what it is cast to, so that the text is stable and the type never guessed
     */
    record Parameter(int number, SqlType type) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.parameter(number).add("::");
            type.writeTo(out);
        }
    }

    /** A text that the plan itself supplies: a response key or a type name, never a value. */
    record Constant(String text) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.literal(text);
        }
    }

    /** A whole number that is not negative. */
    record Whole(int number) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add(Integer.toString(number));
        }
    }

    /** A word of the grammar. */
    record Keyword(String word) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add(word);
        }
    }

    /** A call of one of PostgreSQL's own functions, or of one in the schema {@code fitmesh}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call(String function, Expression... arguments) {
            this(function, List.of(arguments));
        }

        @Override
        public void writeTo(SqlText out) {
            out.add(function).add("(").list(arguments, ", ", a -> a.writeTo(out)).add(")");
        }
    }

    /** A call of a function of the database, by its schema and name. */
    record FunctionCall(String schema, String function, List<Expression> arguments)
            implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.qualified(schema, function).add("(");
            out.list(arguments, ", ", a -> a.writeTo(out)).add(")");
        }
    }

    /** {@code name => value}, within the arguments of a {@link FunctionCall}. */
    record NamedArgument(String name, Expression value) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.identifier(name).add(" => ");
            value.writeTo(out);
        }
    }

    /** {@code ROW(a, b)}. */
    record Row(List<Expression> values) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("ROW(").list(values, ", ", v -> v.writeTo(out)).add(")");
        }
    }

    /** An aggregate over distinct values: {@code count(DISTINCT a)}; several are one row. */
    record DistinctCall(String function, List<Expression> arguments) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add(function).add("(DISTINCT (");
            out.list(arguments, ", ", a -> a.writeTo(out)).add("))");
        }
    }

    /** {@code (left operator right)}. */
    record Infix(Expression left, String operator, Expression right) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            left.writeTo(out);
            out.add(" ").add(operator).add(" ");
            right.writeTo(out);
            out.add(")");
        }
    }

    /** {@code (a AND b AND c)}, or with OR. */
    record Chain(String word, List<Expression> parts) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(").list(parts, word, p -> p.writeTo(out)).add(")");
        }
    }

    /** {@code (NOT operand)}. */
    record Not(Expression operand) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(NOT ");
            operand.writeTo(out);
            out.add(")");
        }
    }

    /** {@code (operand IS NULL)} or {@code (operand IS NOT NULL)}. */
    record NullTest(Expression operand, boolean isNull) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            operand.writeTo(out);
            out.add(isNull ? " IS NULL)" : " IS NOT NULL)");
        }
    }

    /** {@code operand::type}. */
    record Cast(Expression operand, SqlType type) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            operand.writeTo(out);
            out.add(")::");
            type.writeTo(out);
        }
    }

    /** {@code EXISTS (select)}. */
    record Exists(Select select) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("EXISTS (");
            select.writeTo(out);
            out.add(")");
        }
    }

    /** A subselect that gives one value, or null for no row. */
    record Scalar(Select select) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            select.writeTo(out);
            out.add(")");
        }
    }

    /** {@code CASE WHEN condition THEN then ELSE otherwise END}. */
    record Case(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("CASE WHEN ");
            condition.writeTo(out);
            out.add(" THEN ");
            then.writeTo(out);
            out.add(" ELSE ");
            otherwise.writeTo(out);
            out.add(" END");
        }
    }

    /** {@code (left = ANY (right))}: the right side is an array, or a {@link Query}. */
    record Quantified(Expression left, String operator, Expression right) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("(");
            left.writeTo(out);
            out.add(" ").add(operator).add(" (");
            right.writeTo(out);
            out.add("))");
        }
    }

    /** A subselect whose rows are a list, within {@link Quantified}. */
    record Query(Select select) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            select.writeTo(out);
        }
    }

    /** {@code ARRAY(select)}. */
    record ArrayOf(Select select) implements Expression {
        @Override
        public void writeTo(SqlText out) {
            out.add("ARRAY(");
            select.writeTo(out);
            out.add(")");
        }
    }
}
