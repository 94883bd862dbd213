package org.fitmesh.schema.table;

import static org.fitmesh.schema.table.FunctionProblems.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.catalog.SqlFunction.Volatility;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.ComputedField;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.naming.GraphQLName;

/**
 * Resolves the computed fields of tables, with Hasura's checks and reasons.
 *
 * @param tables the tracked ones; a function may give rows of no others
 */
record ComputedFields(
        Catalog catalog, Map<TableName, TableModel> tables, List<Inconsistency> inconsistencies) {

    /** Those of a table that could be resolved, by name. */
    Map<String, ComputedFieldModel> of(TableModel model) {
        Map<String, ComputedFieldModel> fields = new LinkedHashMap<>();
        for (ComputedField field : model.tracked().computedFields()) {
            try {
                fields.put(field.name(), resolve(model, field));
            } catch (UnusableFunction e) {
                inconsistencies.add(
                        new Inconsistency(
                                "computed_field",
                                model.name() + "." + field.name(),
                                e.getMessage()));
            }
        }
        return fields;
    }

    private ComputedFieldModel resolve(TableModel model, ComputedField field) {
        boolean taken =
                model.columns().containsKey(field.name())
                        || model.relationships().containsKey(field.name());
        if (taken) {
            throw new UnusableFunction(
                    "the name is taken by a column or a relationship: rename the computed field");
        }
        SqlFunction function = FunctionProblems.only(catalog, field.function());
        FunctionProblems problems = new FunctionProblems();
        problems.check(
                GraphQLName.isFree(field.name()), field.name() + " is not valid GraphQL name");
        problems.check(
                function.volatility() != Volatility.VOLATILE,
                "the function "
                        + quoted(field.function())
                        + " is of type VOLATILE; cannot be added as a computed field");
        problems.check(
                !function.variadic(), "function with \"VARIADIC\" parameters are not supported");
        problems.checkNames(function.arguments());
        ComputedFieldModel.Result result = result(function, problems);
        int row = row(model.table(), field, function, problems);
        checkSession(field, function, problems);
        if (!problems.isEmpty()) {
            throw new UnusableFunction(
                    "the computed field "
                            + quoted(field.name())
                            + " cannot be added to table "
                            + quoted(model.name())
                            + " "
                            + problems.reasons());
        }
        CallableFunction callable =
                CallableFunction.of(
                        function, field.sessionArgument(), row, Optional.of(model.table()));
        return new ComputedFieldModel(field.name(), callable, result, description(field, function));
    }

    private ComputedFieldModel.Result result(SqlFunction function, FunctionProblems problems) {
        PgType type = function.returnType();
        Optional<TableName> table = function.returnedTable();
        String label = "the function " + quoted(function.name());
        if (function.returnsSet() && table.isPresent()) {
            problems.check(
                    tables.containsKey(table.get()),
                    label
                            + " returning set of table "
                            + quoted(table.get())
                            + " is not tracked or not found in database");
            return new ComputedFieldModel.Rows(table.get());
        }
        boolean single = type.kind() == PgType.Kind.BASE || type.kind() == PgType.Kind.ARRAY;
        problems.check(
                single && !function.returnsSet(),
                label + " returning type " + type.name() + " is not a BASE type");
        return new ComputedFieldModel.Value(type);
    }

    /** The place of the argument that takes the row. */
    private static int row(
            Table table, ComputedField field, SqlFunction function, FunctionProblems problems) {
        String label = " of the function " + quoted(function.name());
        if (field.tableArgument().isEmpty()) {
            problems.check(
                    !function.arguments().isEmpty(),
                    "the function " + quoted(function.name()) + " has no input arguments");
            if (!function.arguments().isEmpty()) {
                checkRow(table, function.arguments().get(0), "first argument" + label, problems);
            }
            return 0;
        }
        String name = field.tableArgument().get();
        int place = place(function, name);
        if (place < 0) {
            problems.check(
                    false,
                    quoted(name)
                            + " is not an input argument of the function "
                            + quoted(function.name()));
            return 0;
        }
        checkRow(
                table,
                function.arguments().get(place),
                quoted(name) + " argument" + label,
                problems);
        return place;
    }

    private static int place(SqlFunction function, String name) {
        return IntStream.range(0, function.arguments().size())
                .filter(i -> function.arguments().get(i).name().filter(name::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }

    private static void checkRow(
            Table table, SqlFunction.Argument argument, String label, FunctionProblems problems) {
        PgType type = argument.type();
        problems.check(type.kind() == PgType.Kind.COMPOSITE, label + " is not COMPOSITE type");
        TableName found = new TableName(type.schema(), type.name());
        problems.check(
                found.equals(table.name()),
                label
                        + " of type "
                        + quoted(found)
                        + " is not the table to which the computed field is being added");
    }

    private static void checkSession(
            ComputedField field, SqlFunction function, FunctionProblems problems) {
        if (field.sessionArgument().isEmpty()) {
            return;
        }
        String name = field.sessionArgument().get();
        int place = place(function, name);
        String ofFunction = " of the function " + quoted(function.name());
        problems.check(place >= 0, quoted(name) + " is not an input argument" + ofFunction);
        problems.check(
                place < 0 || ScalarNames.isJson(function.arguments().get(place).type()),
                quoted(name) + " argument" + ofFunction + " is not of type JSON");
    }

    /** The metadata's word counts before the database's; an empty one says nothing. */
    private static Optional<String> description(ComputedField field, SqlFunction function) {
        if (field.comment().isPresent()) {
            return field.comment().filter(text -> !text.isEmpty());
        }
        return function.comment()
                .or(
                        () ->
                                Optional.of(
                                        "A computed field, executes function "
                                                + quoted(function.name())));
    }
}
