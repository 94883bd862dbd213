package org.fitmesh.schema.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.CallableFunction;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.FunctionModel;

/** {@code <function>_args} and {@code <computed field>_<table>_args}, and the argument itself. */
record FunctionTypes(TypeCollector types) {
    private static final String ARGUMENT = "args";

    /**
     * The argument of a computed field; none when there is nothing to give. Hasura spells its type
     * in one way, whatever the convention.
     */
    Map<String, InputValue> of(RoleTable table, ComputedFieldModel field) {
        return argument(
                field.function(),
                field.name() + "_" + table.model().graphqlName() + "_args",
                "input parameters for computed field \""
                        + field.name()
                        + "\" defined on table \""
                        + table.model().name()
                        + "\"");
    }

    /**
     * The argument of a tracked function; none when there is nothing to give.
     *
     * @param rootField whose argument it is
     */
    Map<String, InputValue> of(FunctionModel function, String rootField) {
        return argument(
                function.callable(),
                function.argumentsType(),
                "input parameters for function \"" + rootField + "\"");
    }

    private Map<String, InputValue> argument(
            CallableFunction function, String type, String description) {
        List<CallableFunction.Given> inputs = function.inputs();
        if (inputs.isEmpty()) {
            return new LinkedHashMap<>();
        }
        types.undescribedInput(type, inputs.stream().map(this::input).toList());
        TypeReference given =
                function.hasRequiredInputs()
                        ? TypeReference.nonNull(type)
                        : TypeReference.named(type);
        return TypeCollector.arguments(InputValue.of(ARGUMENT, given).describedAs(description));
    }

    private InputValue input(CallableFunction.Given input) {
        return InputValue.of(input.graphqlName(), types.valueType(input.declared().type()))
                .accepting(InputRule.COLUMN);
    }
}
