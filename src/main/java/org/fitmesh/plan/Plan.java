package org.fitmesh.plan;

import java.util.List;
import java.util.Map;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.table.Validation;
import org.fitmesh.remote.join.JoinTree;
import org.fitmesh.remote.join.RemoteJoiner;

/**
 * What is done for an operation.
 *
 * @param keys the response keys of the root fields, in the client's order
 * @param namespaces response keys of fields that hold root fields, to the keys of these, with those
 *     that they are planned under
 * @param validations who is asked before any step, in order; all must let the operation pass
 * @param joins where remotes join into the answers; its children are the response keys
 * @param joiner the same, ready to run
 * @param sources where Java code adds to rows; its children are the response keys
 * @param usesTables whether there is a statement in it
 * @param usesCode whether Java code answers anything of it
 * @param needsTransaction whether its statements must be one transaction: more than one that writes
 */
public record Plan(
        Operation.Kind kind,
        List<String> keys,
        Map<String, Map<String, String>> namespaces,
        List<Validation> validations,
        Steps steps,
        JoinTree joins,
        RemoteJoiner joiner,
        SourceTree sources,
        boolean usesTables,
        boolean usesCode,
        boolean needsTransaction) {

    /** A plan of these steps. */
    static Plan of(
            Operation operation,
            List<Validation> validations,
            List<RootPlan> steps,
            JoinTree joins,
            SourceTree sources,
            Map<String, Map<String, String>> namespaces) {
        int queries = 0;
        int writes = 0;
        boolean code = !sources.isEmpty();
        for (RootPlan step : steps) {
            if (step instanceof RootPlan.Query) {
                queries++;
            } else if (step instanceof RootPlan.Code) {
                code = true;
            } else if (step instanceof RootPlan.Mutation mutation) {
                writes += mutation.statements();
            } else if (step instanceof RootPlan.Mutations mutations) {
                writes += mutations.parts().stream().mapToInt(RootPlan.Mutation::statements).sum();
            } else if (step instanceof RootPlan.NestedInsert nested) {
                writes += nested.steps().size() + 1;
            }
        }
        return new Plan(
                operation.kind(),
                operation.fields().stream().map(SelectedField::responseKey).toList(),
                namespaces,
                List.copyOf(validations),
                Steps.of(steps),
                joins,
                new RemoteJoiner(joins, operation.variables()),
                sources,
                queries + writes > 0,
                code,
                writes > 1);
    }

    public boolean isMutation() {
        return kind == Operation.Kind.MUTATION;
    }

    /**
     * How much memory it takes, in characters of its statements; never less than a small plan's.
     */
    public int weight() {
        int weight = 500 + sources.weight();
        for (RootPlan step : steps.inOrder()) {
            weight += step.weight();
        }
        return weight;
    }
}
