package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.plan.Parameter;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.InsertValue;
import org.fitmesh.plan.table.WrittenKey;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.Insert;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Writes the rows of an insert: as {@code VALUES} with a parameter for each value, or, for many
 * rows of the same columns, as one JSON parameter, so that the text does not grow with the rows.
 */
final class InsertedRows {
    /** From here on the rows travel as JSON; a statement takes 65,535 parameters at most. */
    private static final int MANY = 32;

    private final InsertQuery query;
    private final Compilation compilation;
    private final Set<Column> columns = new LinkedHashSet<>();

    InsertedRows(InsertQuery query, Compilation compilation) {
        this.query = query;
        this.compilation = compilation;
        query.rows().forEach(row -> columns.addAll(row.keySet()));
        if (columns.isEmpty() && query.rows().size() > 1) {
            // several rows of nothing but defaults need a column to say so
            columns.add(query.table().columns().values().iterator().next());
        }
    }

    List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    Insert.Rows rows() {
        if (columns.isEmpty() && query.rows().size() == 1) {
            return new Insert.Rows.Defaults();
        }
        return query.rows().size() >= MANY && canBeRecordset() ? recordset() : values();
    }

    /** The values of the only row, which has some. */
    List<Select.Output> only() {
        List<Select.Output> values = new ArrayList<>();
        query.rows()
                .get(0)
                .forEach((c, value) -> values.add(new Select.Output(value(value, c), c.name())));
        return values;
    }

    /** Only rows of the same columns: a recordset cannot say DEFAULT. */
    private boolean canBeRecordset() {
        boolean given = query.rows().get(0).values().stream().anyMatch(InsertedRows::varies);
        return given && query.rows().stream().allMatch(row -> row.keySet().equals(columns));
    }

    /** A session variable has one value for all rows. */
    private static boolean varies(InsertValue value) {
        return !(value instanceof InsertValue.Given given)
                || given.operand() instanceof Operand.Given;
    }

    private Insert.Rows values() {
        List<List<Expression>> rows = new ArrayList<>();
        for (Map<Column, InsertValue> row : query.rows()) {
            List<Expression> values = new ArrayList<>();
            columns.forEach(column -> values.add(value(row.get(column), column)));
            rows.add(values);
        }
        return new Insert.Rows.Values(rows);
    }

    private Expression value(InsertValue value, Column column) {
        if (value == null) {
            return Expression.DEFAULT;
        }
        if (value instanceof InsertValue.OfRow ofRow) {
            return compilation.parameter(
                    new Parameter.OfRow(ofRow.key()), Compilation.sqlType(column.effectiveType()));
        }
        return compilation.value(((InsertValue.Given) value).operand(), column.effectiveType());
    }

    private Insert.Rows recordset() {
        Map<Column, InsertValue> first = query.rows().get(0);
        Set<Column> given =
                columns.stream()
                        .filter(c -> varies(first.get(c)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        String alias = compilation.alias();
        List<Select.Output> outputs = new ArrayList<>();
        for (Column column : columns) {
            Expression value =
                    given.contains(column)
                            ? new Expression.Column(alias, column.name())
                            : value(first.get(column), column);
            outputs.add(new Select.Output(value, column.name()));
        }
        return new Insert.Rows.Selected(Select.of(outputs).from(source(given, alias)));
    }

    private FromItem source(Set<Column> given, String alias) {
        Expression rows =
                compilation.parameter(
                        new Parameter.Rows(objects(given), types(given), ofRows()), SqlType.JSON);
        List<FromItem.ColumnDefinition> definitions =
                given.stream()
                        .map(
                                c ->
                                        new FromItem.ColumnDefinition(
                                                c.name(), Compilation.sqlType(c.effectiveType())))
                        .toList();
        return new FromItem.Recordset(rows, alias, definitions);
    }

    private static Map<String, PgType> types(Set<Column> given) {
        return given.stream().collect(Collectors.toMap(Column::name, Column::effectiveType));
    }

    private List<Map<String, Operand.Given>> objects(Set<Column> given) {
        List<Map<String, Operand.Given>> objects = new ArrayList<>();
        for (Map<Column, InsertValue> row : query.rows()) {
            Map<String, Operand.Given> object = new LinkedHashMap<>();
            for (Column column : given) {
                if (row.get(column) instanceof InsertValue.Given value) {
                    object.put(column.name(), (Operand.Given) value.operand());
                }
            }
            objects.add(object);
        }
        return objects;
    }

    /** What rows that were written before add to each object. */
    private List<Map<String, WrittenKey>> ofRows() {
        List<Map<String, WrittenKey>> ofRows = new ArrayList<>();
        boolean any = false;
        for (Map<Column, InsertValue> row : query.rows()) {
            Map<String, WrittenKey> keys = new LinkedHashMap<>();
            row.forEach(
                    (column, value) -> {
                        if (value instanceof InsertValue.OfRow ofRow) {
                            keys.put(column.name(), ofRow.key());
                        }
                    });
            any |= !keys.isEmpty();
            ofRows.add(keys);
        }
        return any ? ofRows : List.of();
    }
}
