package org.fitmesh.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code INSERT INTO table AS alias (columns) rows ON CONFLICT … RETURNING …}.
 *
 * @param alias name of the target within {@code ON CONFLICT} and {@code RETURNING}
 */
public record Insert(
        String schema,
        String table,
        String alias,
        List<String> columns,
        Rows rows,
        Optional<OnConflict> onConflict,
        List<Select.Output> returning)
        implements DataChange {

    /** Where the rows come from. */
    public sealed interface Rows {
        void writeTo(SqlText out);

        /** {@code VALUES (…), (…)}. */
        record Values(List<List<Expression>> rows) implements Rows {
            @Override
            public void writeTo(SqlText out) {
                out.add("VALUES ");
                out.list(
                        rows,
                        ", ",
                        row -> out.add("(").list(row, ", ", e -> e.writeTo(out)).add(")"));
            }
        }

        /** {@code SELECT …}. */
        record Selected(Select select) implements Rows {
            @Override
            public void writeTo(SqlText out) {
                select.writeTo(out);
            }
        }

        /** {@code DEFAULT VALUES}: one row of nothing but defaults. */
        record Defaults() implements Rows {
            @Override
            public void writeTo(SqlText out) {
                out.add("DEFAULT VALUES");
            }
        }
    }

    /** What a new row may be in conflict with. */
    public sealed interface ConflictTarget {
        void writeTo(SqlText out);

        /** {@code ON CONSTRAINT c}. */
        record Constraint(String name) implements ConflictTarget {
            @Override
            public void writeTo(SqlText out) {
                out.add(" ON CONSTRAINT ").identifier(name);
            }
        }

        /** {@code (columns)}: a unique index over just these. */
        record Columns(List<String> names) implements ConflictTarget {
            @Override
            public void writeTo(SqlText out) {
                out.add(" (").list(names, ", ", out::identifier).add(")");
            }
        }

        /** Whatever there is; for {@code DO NOTHING} alone. */
        record Anything() implements ConflictTarget {
            @Override
            public void writeTo(SqlText out) {
                // PostgreSQL takes it that way when nothing is said
            }
        }
    }

    /**
     * {@code ON CONFLICT target DO …}.
     *
     * @param assignments column to value; none: {@code DO NOTHING}
     */
    public record OnConflict(
            ConflictTarget target, List<Assignment> assignments, Optional<Expression> where) {
        void writeTo(SqlText out) {
            out.add(" ON CONFLICT");
            target.writeTo(out);
            if (assignments.isEmpty()) {
                out.add(" DO NOTHING");
                return;
            }
            out.add(" DO UPDATE SET ").list(assignments, ", ", a -> a.writeTo(out));
            where.ifPresent(
                    w -> {
                        out.add(" WHERE ");
                        w.writeTo(out);
                    });
        }
    }

    @Override
    public void writeTo(SqlText out) {
        out.add("INSERT INTO ").qualified(schema, table).add(" AS ").identifier(alias);
        if (!columns.isEmpty()) {
            out.add(" (").list(columns, ", ", out::identifier).add(")");
        }
        out.add(" ");
        rows.writeTo(out);
        onConflict.ifPresent(c -> c.writeTo(out));
        out.add(" RETURNING ").list(returning, ", ", o -> o.writeTo(out));
    }
}
