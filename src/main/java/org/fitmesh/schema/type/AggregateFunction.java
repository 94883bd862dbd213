package org.fitmesh.schema.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.table.ScalarNames;

/** The aggregates over a column that Hasura offers; {@code count} stands apart. */
public enum AggregateFunction {
    AVG(false, true),
    MAX(true, false),
    MIN(true, false),
    STDDEV(false, true),
    STDDEV_POP(false, true),
    STDDEV_SAMP(false, true),
    SUM(false, false),
    VAR_POP(false, true),
    VAR_SAMP(false, true),
    VARIANCE(false, true);

    private final boolean ofComparable;
    private final boolean givesFloat;

    AggregateFunction(boolean ofComparable, boolean givesFloat) {
        this.ofComparable = ofComparable;
        this.givesFloat = givesFloat;
    }

    /** The name in GraphQL, and in PostgreSQL. */
    public String graphqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Is the answer a Float, whatever the column's type? */
    boolean givesFloat() {
        return givesFloat;
    }

    /** The readable columns of a table that it can be taken of. */
    List<Map.Entry<String, Column>> columnsOf(RoleTable table) {
        return table.readableColumns().stream().filter(c -> isApplicable(c.getValue())).toList();
    }

    /** The computed fields of a table that it can be taken of. */
    List<TableField.ComputedValue> computedOf(RoleTable table) {
        return table.fields().values().stream()
                .filter(TableField.ComputedValue.class::isInstance)
                .map(TableField.ComputedValue.class::cast)
                .filter(computed -> isApplicable(computed.type()))
                .toList();
    }

    private boolean isApplicable(Column column) {
        return column.enumeration().isEmpty() && isApplicable(column.effectiveType());
    }

    private boolean isApplicable(PgType type) {
        if (ofComparable) {
            return ScalarNames.isComparable(type);
        }
        return !type.isArray() && ScalarNames.isNumeric(type);
    }

    /** The function with that name in GraphQL. */
    public static Optional<AggregateFunction> named(String name) {
        return Arrays.stream(values()).filter(f -> f.graphqlName().equals(name)).findFirst();
    }
}
