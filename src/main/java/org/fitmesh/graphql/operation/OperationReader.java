package org.fitmesh.graphql.operation;

import graphql.language.FragmentDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.TypeSystem;

/** Reads one operation of one request. */
final class OperationReader {
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
        NamedType root = types.get(rootType(operation.kind()));
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

    private String rootType(Operation.Kind kind) {
        return switch (kind) {
            case QUERY -> types.queryType();
            case MUTATION -> existing(types.mutationType(), "no mutations exist");
            case SUBSCRIPTION -> existing(types.subscriptionType(), "no subscriptions exist");
        };
    }

    private static String existing(Optional<String> type, String otherwise) {
        return type.orElseThrow(() -> failure(otherwise));
    }

    private static RequestException failure(String message) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.ROOT);
    }
}
