package org.fitmesh.plan;

import java.util.List;

/**
 * The steps of a plan, in the order of the operation's root fields, and by what they need: a query
 * runs those of one kind together.
 *
 * @param free need neither a connection nor anybody else
 * @param repeatable whether all queries may be run again
 */
public record Steps(
        List<RootPlan> inOrder,
        List<RootPlan.Query> queries,
        List<RootPlan.Code> code,
        List<RootPlan.Remote> remotes,
        List<RootPlan> free,
        boolean repeatable) {

    static Steps of(List<RootPlan> steps) {
        List<RootPlan.Query> queries = those(steps, RootPlan.Query.class);
        return new Steps(
                List.copyOf(steps),
                queries,
                those(steps, RootPlan.Code.class),
                those(steps, RootPlan.Remote.class),
                steps.stream().filter(Steps::isFree).toList(),
                queries.stream().allMatch(RootPlan.Query::repeatable));
    }

    private static <T extends RootPlan> List<T> those(List<RootPlan> steps, Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean isFree(RootPlan step) {
        return step instanceof RootPlan.Introspection || step instanceof RootPlan.Constant;
    }
}
