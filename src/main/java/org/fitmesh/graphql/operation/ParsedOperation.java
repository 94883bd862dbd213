package org.fitmesh.graphql.operation;

import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * An operation of a document, with all that can be said of it without types and values.
 *
 * @param variables by name, in the order of declaration
 */
record ParsedOperation(
        OperationDefinition definition,
        Operation.Kind kind,
        Map<String, DeclaredVariable> variables,
        Map<String, VariableDefinition> definitions) {

    static ParsedOperation of(
            OperationDefinition definition, Map<String, FragmentDefinition> fragments) {
        VariableUse use = VariableUse.of(definition, fragments);
        Map<String, DeclaredVariable> variables = new LinkedHashMap<>();
        Map<String, VariableDefinition> definitions = new LinkedHashMap<>();
        for (VariableDefinition variable : definition.getVariableDefinitions()) {
            String name = variable.getName();
            definitions.put(name, variable);
            if (variables.put(name, DeclaredVariable.of(variable, use)) != null) {
                throw failure(
                        ErrorCode.PARSE_FAILED,
                        "multiple definitions for variable \"" + name + "\"");
            }
        }
        for (String name : use.used()) {
            if (!variables.containsKey(name)) {
                throw failure(ErrorCode.VALIDATION_FAILED, "unbound variable \"" + name + "\"");
            }
        }
        return new ParsedOperation(definition, kind(definition), variables, definitions);
    }

    Optional<String> name() {
        return Optional.ofNullable(definition.getName());
    }

    private static Operation.Kind kind(OperationDefinition definition) {
        OperationDefinition.Operation operation = definition.getOperation();
        if (operation == OperationDefinition.Operation.MUTATION) {
            return Operation.Kind.MUTATION;
        }
        return operation == OperationDefinition.Operation.SUBSCRIPTION
                ? Operation.Kind.SUBSCRIPTION
                : Operation.Kind.QUERY;
    }

    private static RequestException failure(ErrorCode code, String message) {
        return new RequestException(code, message, ErrorPath.ROOT);
    }
}
