package org.fitmesh.plan;

import java.util.List;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.remote.join.JoinTree;
import org.fitmesh.remote.join.RemoteJoiner;

/**
 * What is done for an operation.
 *
 * @param keys the response keys of the root fields, in the client's order
 * @param steps in the order in which they run
 * @param joins where remotes join into the tables' answers; its children are the response keys
 * @param joiner the same, ready to run
 */
public record Plan(
        Operation.Kind kind,
        List<String> keys,
        List<RootPlan> steps,
        JoinTree joins,
        RemoteJoiner joiner) {

    public boolean isMutation() {
        return kind == Operation.Kind.MUTATION;
    }

    /**
     * How much memory it takes, in characters of its statements; never less than a small plan's.
     */
    public int weight() {
        int weight = 500;
        for (RootPlan step : steps) {
            weight += step.weight();
        }
        return weight;
    }

    /** Is there a statement in it? */
    public boolean usesTables() {
        return steps.stream()
                .anyMatch(s -> s instanceof RootPlan.Query || s instanceof RootPlan.Mutation);
    }

    /** More than one statement of a mutation must be one transaction. */
    public boolean needsTransaction() {
        int statements = 0;
        for (RootPlan step : steps) {
            if (step instanceof RootPlan.Mutation mutation) {
                statements += mutation.answer().isPresent() ? 2 : 1;
            }
        }
        return statements > 1;
    }
}
