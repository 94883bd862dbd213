package org.fitmesh.plan.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.TableName;
import org.fitmesh.plan.Encoding;
import org.fitmesh.plan.ExpectedValue;
import org.fitmesh.plan.Parameter;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ScalarNames;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.FromItem;
import org.fitmesh.sql.SqlType;

/** What the parts of one statement share while it is written: parameters, aliases, tables read. */
final class Compilation {
    private final CompilerOptions options;
    private final Map<Parameter, Integer> parameters = new LinkedHashMap<>();
    private final Set<TableName> tablesRead = new HashSet<>();
    private boolean readsAnyTable;
    private final Map<String, TableName> tablesByAlias = new HashMap<>();
    private int aliases;

    Compilation(CompilerOptions options) {
        this.options = options;
    }

    boolean capitalEnums() {
        return options.capitalEnums();
    }

    boolean stringifyNumbers() {
        return options.stringifyNumbers();
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters.keySet());
    }

    /** The tables that {@link #table} was asked for. */
    Set<TableName> tablesRead() {
        return tablesRead;
    }

    /** Notes that a function is called, which may read whatever it likes. */
    void readsAnyTable() {
        readsAnyTable = true;
    }

    /** Whether {@link #readsAnyTable()} was noted. */
    boolean mayReadAnyTable() {
        return readsAnyTable;
    }

    /** A new alias of the statement: t0, t1, … */
    String alias() {
        return "t" + aliases++;
    }

    /** A table to read from. */
    FromItem table(TableName name, String alias) {
        tablesRead.add(name);
        rowsOf(name, alias);
        return new FromItem.Table(name.schema(), name.name(), alias);
    }

    /** Notes that an alias stands for rows of a table, with all of its columns. */
    void rowsOf(TableName name, String alias) {
        tablesByAlias.put(alias, name);
    }

    /**
     * The value of a column as the client sees it: null where the role may not read it.
     *
     * @param alias noted with {@link #rowsOf}
     */
    Expression cell(String alias, Column column) {
        Expression value = new Expression.Column(alias, column.name());
        return readableIn(alias, column)
                .<Expression>map(
                        rows ->
                                new Expression.Case(
                                        new FilterCompiler(this, alias).condition(rows, alias),
                                        value,
                                        Expression.NULL))
                .orElse(value);
    }

    /** In which of its rows the client sees the column; empty: in all. */
    Optional<Filter> readableIn(String alias, Column column) {
        TableName table = tablesByAlias.get(alias);
        if (table == null) {
            throw new IllegalStateException("nobody noted of which table " + alias + " is");
        }
        return Optional.ofNullable(
                options.readableIn().getOrDefault(table, Map.of()).get(column.name()));
    }

    Expression parameter(Operand operand, Encoding encoding, SqlType type) {
        return parameter(new Parameter.Value(operand, encoding), type);
    }

    Expression parameter(Parameter parameter, SqlType type) {
        int next = parameters.size();
        Integer number = parameters.putIfAbsent(parameter, next);
        return new Expression.Parameter(number == null ? next : number, type);
    }

    /** A value of that type. */
    Expression value(Operand operand, PgType type) {
        return parameter(
                new Parameter.Value(
                        operand,
                        fromSession(operand, Encoding.of(type)),
                        expected(operand, type, false)),
                sqlType(type));
    }

    /** A list of values of that type. */
    Expression list(Operand operand, PgType element) {
        return parameter(
                new Parameter.Value(
                        operand,
                        fromSession(operand, Encoding.ofListOf(element)),
                        expected(operand, element, true)),
                sqlType(element).arrayOf());
    }

    static Optional<ExpectedValue> expected(Operand operand, PgType type, boolean list) {
        return operand instanceof Operand.SessionVariable
                ? Optional.empty()
                : Optional.of(new ExpectedValue(type, list));
    }

    /** A session variable is text that PostgreSQL reads: an array literal, JSON, a number. */
    private static Encoding fromSession(Operand operand, Encoding encoding) {
        return operand instanceof Operand.SessionVariable ? Encoding.TEXT : encoding;
    }

    /** A value of the column, of a type for which PostgreSQL finds operators and functions. */
    static Expression comparable(Expression value, Column column) {
        return column.isEnumDomain()
                ? new Expression.Cast(value, sqlType(column.effectiveType()))
                : value;
    }

    static SqlType sqlType(PgType type) {
        PgType scalar = ScalarNames.elementOf(type);
        SqlType named = new SqlType(scalar.schema(), scalar.name(), false);
        return type.isArray() ? named.arrayOf() : named;
    }
}
