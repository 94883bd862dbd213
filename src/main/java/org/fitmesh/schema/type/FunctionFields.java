package org.fitmesh.schema.type;

import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;
import static org.fitmesh.graphql.type.TypeReference.nonNullListOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.FunctionModel;
import org.fitmesh.schema.type.RootField.Kind;

/** The root fields of tracked functions. */
record FunctionFields(
        TypeCollector types, TakenNames taken, RootFields queries, RootFields mutations) {

    /**
     * Adds the fields of the functions that a role may call.
     *
     * @param tables that the role sees; a function whose rows it may not read gives it nothing
     */
    void add(List<FunctionModel> functions, Map<TableName, RoleTable> tables) {
        for (FunctionModel function : functions) {
            RoleTable table = tables.get(function.table());
            if (table == null || table.select().isEmpty()) {
                continue;
            }
            CollectedTypes arguments = argumentTypes(function);
            Optional<String> clash = taken.clash(arguments).or(() -> types.add(arguments));
            if (clash.isPresent()) {
                String name = function.tracked().function().toString();
                queries.clashes()
                        .add(TypeClashes.clash("function", name, clash.get(), Optional.empty()));
                continue;
            }
            taken.add(arguments);
            if (function.exposedAs() == ExposedAs.MUTATION) {
                mutations.add(rows(function, table));
                continue;
            }
            queries.add(rows(function, table));
            if (table.mayAggregate()) {
                queries.add(aggregate(function, table));
            }
        }
    }

    private CollectedTypes argumentTypes(FunctionModel function) {
        TypeCollector own = types.another();
        new FunctionTypes(own).of(function, function.rootField());
        return own.collected();
    }

    private RootField rows(FunctionModel function, RoleTable table) {
        String name = function.rootField();
        String row = table.typeName();
        TypeReference type = function.givesOneRow() ? named(row) : nonNullListOf(row);
        boolean writes = function.exposedAs() == ExposedAs.MUTATION;
        String usual =
                "execute %sfunction \"%s\" which returns \"%s\""
                        .formatted(
                                writes ? "VOLATILE " : "",
                                function.tracked().function(),
                                function.table());
        FieldDefinition field =
                FieldDefinition.of(name, type)
                        .withArguments(arguments(function, name, table))
                        .describedAs(writes ? usual : function.comment().orElse(usual));
        return new RootField(
                function.givesOneRow() ? Kind.FUNCTION_ROW : Kind.FUNCTION,
                table,
                field,
                Optional.of(function));
    }

    private RootField aggregate(FunctionModel function, RoleTable table) {
        String name = function.aggregateRootField();
        FieldDefinition field =
                FieldDefinition.of(name, nonNull(table.typeName("aggregate")))
                        .withArguments(arguments(function, name, table))
                        .describedAs(
                                "execute function \"%s\" and query aggregates on result of table type \"%s\""
                                        .formatted(
                                                function.tracked().function(), function.table()));
        return new RootField(Kind.FUNCTION_AGGREGATE, table, field, Optional.of(function));
    }

    private Map<String, InputValue> arguments(
            FunctionModel function, String rootField, RoleTable table) {
        Map<String, InputValue> arguments = new FunctionTypes(types).of(function, rootField);
        arguments.putAll(SelectTypes.listArguments(table));
        return arguments;
    }
}
