package org.fitmesh.plan.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.Parameter;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ScalarNames;
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

    /** Only rows of the same columns: a recordset cannot say DEFAULT. */
    private boolean canBeRecordset() {
        boolean given =
                query.rows().get(0).values().stream().anyMatch(Operand.Given.class::isInstance);
        return given && query.rows().stream().allMatch(row -> row.keySet().equals(columns));
    }

    private Insert.Rows values() {
        List<List<Expression>> rows = new ArrayList<>();
        for (Map<Column, Operand> row : query.rows()) {
            List<Expression> values = new ArrayList<>();
            columns.forEach(column -> values.add(value(row.get(column), column)));
            rows.add(values);
        }
        return new Insert.Rows.Values(rows);
    }

    private Expression value(Operand operand, Column column) {
        return operand == null
                ? Expression.DEFAULT
                : compilation.value(operand, column.effectiveType());
    }

    private Insert.Rows recordset() {
        Map<Column, Operand> first = query.rows().get(0);
        Set<Column> given =
                columns.stream()
                        .filter(c -> first.get(c) instanceof Operand.Given)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        String alias = compilation.alias();
        List<Select.Output> outputs = new ArrayList<>();
        for (Column column : columns) {
            Expression value =
                    given.contains(column)
                            ? new Expression.Column(alias, column.name())
                            : compilation.value(first.get(column), column.effectiveType());
            outputs.add(new Select.Output(value, column.name()));
        }
        return new Insert.Rows.Selected(Select.of(outputs).from(source(given, alias)));
    }

    private FromItem source(Set<Column> given, String alias) {
        Expression rows =
                compilation.parameter(
                        new Parameter.Rows(objects(given), integers(given)), SqlType.JSON);
        List<FromItem.ColumnDefinition> definitions =
                given.stream()
                        .map(
                                c ->
                                        new FromItem.ColumnDefinition(
                                                c.name(), Compilation.sqlType(c.effectiveType())))
                        .toList();
        return new FromItem.Recordset(rows, alias, definitions);
    }

    private static Set<String> integers(Set<Column> given) {
        return given.stream()
                .filter(c -> ScalarNames.isInteger(ScalarNames.elementOf(c.effectiveType())))
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    private ValueSource objects(Set<Column> given) {
        List<ValueSource> objects = new ArrayList<>();
        for (Map<Column, Operand> row : query.rows()) {
            Map<String, ValueSource> object = new LinkedHashMap<>();
            given.forEach(c -> object.put(c.name(), ((Operand.Given) row.get(c)).source()));
            objects.add(new ValueSource.ObjectOf(object));
        }
        return new ValueSource.ListOf(objects);
    }
}
