package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out the operations that cannot be offered, and says why. */
final class Operations {
    private final Draft draft;

    private Operations(Draft draft) {
        this.draft = draft;
    }

    static void keepUsable(Draft draft) {
        Operations operations = new Operations(draft);
        SchemaFields.objects(draft.schema()).forEach(operations::sources);
        draft.schema().setQueries(operations.usable(draft.schema().getQueries()));
        draft.schema().setMutations(operations.usable(draft.schema().getMutations()));
    }

    private void sources(Type type) {
        boolean ofEntity = draft.isEntity(type.getClassName());
        for (Map<String, Operation> operations :
                List.of(type.getOperations(), type.getBatchOperations())) {
            operations.values().removeIf(operation -> !isUsable(operation));
            operations.values().removeIf(operation -> !ofEntity && isRestricted(operation));
        }
    }

    /** Who is given an object may read all of it: only fields of roots and entities have roles. */
    private boolean isRestricted(Operation operation) {
        boolean restricted = EndpointMethods.hasRoles(operation);
        if (restricted) {
            draft.report(
                    operation,
                    "roles are kept for queries, mutations and fields of entities alone; it adds a"
                            + " field to another object");
        }
        return restricted;
    }

    /** In alphabetical order, whatever the order of the index. */
    private Set<Operation> usable(Set<Operation> operations) {
        List<Operation> sorted =
                operations.stream()
                        .sorted(
                                Comparator.comparing(Operation::getName)
                                        .thenComparing(Draft::origin))
                        .toList();
        Set<String> names = new HashSet<>();
        Set<Operation> usable = new LinkedHashSet<>();
        for (Operation operation : sorted) {
            if (!isUsable(operation)) {
                continue;
            }
            if (names.add(operation.getName())) {
                usable.add(operation);
            } else {
                draft.report(
                        operation, "there is another method for the field " + operation.getName());
            }
        }
        return usable;
    }

    private boolean isUsable(Operation operation) {
        Optional<String> problem = OperationCheck.problem(draft, operation);
        problem.ifPresent(reason -> draft.report(operation, reason));
        return problem.isEmpty();
    }
}
