package org.fitmesh.graphql.operation;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.TypeSystem;

/** Reads one operation of one request. */
final class OperationReader {
    /** Hasura's name for the type that is not there. */
    private static final String MUTATION_ROOT = "mutation_root";

    private final TypeSystem types;
    private final DirectiveReader directives;
    private final SelectionReader selections;

    OperationReader(
            TypeSystem types,
            Map<String, FragmentDefinition> fragments,
            RequestVariables variables,
            DocumentLimits limits) {
        this.types = types;
        InputReader inputs = new InputReader(variables, new InputChecks(types, limits));
        this.directives = new DirectiveReader(inputs, variables);
        this.selections =
                new SelectionReader(
                        types, inputs, new FieldCollector(types, fragments, directives));
    }

    Operation read(ParsedOperation operation) {
        NamedType root = types.get(rootType(operation));
        directives.check(operation.definition(), ErrorPath.ROOT);
        List<Selection> selected =
                selections.read(
                        root, List.of(operation.definition().getSelectionSet()), ErrorPath.ROOT);
        List<SelectedField> fields = selected.stream().map(SelectedField.class::cast).toList();
        if (operation.kind() == Operation.Kind.SUBSCRIPTION && fields.size() != 1) {
            throw failure("subscriptions must select one top level field");
        }
        return new Operation(operation.kind(), operation.name(), fields, operation.definitions());
    }

    private String rootType(ParsedOperation operation) {
        return switch (operation.kind()) {
            case QUERY -> types.queryType();
            case MUTATION -> types.mutationType().orElseThrow(() -> noMutations(operation));
            case SUBSCRIPTION ->
                    types.subscriptionType().orElseThrow(() -> failure("no subscriptions exist"));
        };
    }

    private static RequestException noMutations(ParsedOperation operation) {
        RequestException failure = failure("no mutations exist");
        return operation.definition().getSelectionSet().getSelectionsOfType(Field.class).stream()
                .findFirst()
                .map(first -> UnknownFields.of(MUTATION_ROOT, first))
                .map(failure::withUnknownName)
                .orElse(failure);
    }

    private static RequestException failure(String message) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.ROOT);
    }
}
