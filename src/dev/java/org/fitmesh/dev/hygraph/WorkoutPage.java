package org.fitmesh.dev.hygraph;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;

/**
 * The part of a filtered, ordered list that {@code skip, first, last, after, before} ask for; its
 * accessors are the fields of {@code WorkoutConnection}.
 *
 * @param edges the part
 * @param pageInfo where the part is
 * @param aggregate over the whole filtered list
 */
record WorkoutPage(List<Edge> edges, PageInfo pageInfo, Aggregate aggregate) {

    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST_SIZE = 100;

    /** One workout and its cursor, which is its id. */
    record Edge(Workout node, String cursor) {}

    /** Relay's PageInfo with Hygraph's {@code pageSize}. */
    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            String startCursor,
            String endCursor,
            Integer pageSize) {}

    /** Over all entries, not only the page's. */
    record Aggregate(int count) {}

    /** Reads the field's arguments and the content. */
    static WorkoutPage of(Content content, DataFetchingEnvironment field) {
        Map<String, Object> where = field.getArgument("where");
        String orderBy = field.getArgument("orderBy");
        List<Workout> all =
                content.all(Stage.valueOf(field.getArgument("stage"))).stream()
                        .filter(WorkoutFilter.where(where))
                        .sorted(WorkoutFilter.order(orderBy == null ? "createdAt_ASC" : orderBy))
                        .toList();
        int from = position(all, field.getArgument("after"), -1) + 1;
        int to = position(all, field.getArgument("before"), all.size());
        Integer skip = field.getArgument("skip");
        from = Math.min(from + (skip == null ? 0 : skip), to);
        return cut(all, from, to, field.getArgument("first"), field.getArgument("last"));
    }

    List<Workout> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    private static WorkoutPage cut(
            List<Workout> all, int from, int to, Integer first, Integer last) {
        int start = from;
        int end = to;
        if (first != null || last == null) end = Math.min(to, from + size(first));
        if (last != null) start = Math.max(from, end - size(last));
        List<Edge> edges =
                all.subList(start, end).stream().map(node -> new Edge(node, node.id())).toList();
        String startCursor = edges.isEmpty() ? null : edges.get(0).cursor();
        String endCursor = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
        return new WorkoutPage(
                edges,
                new PageInfo(end < all.size(), start > 0, startCursor, endCursor, edges.size()),
                new Aggregate(all.size()));
    }

    private static int size(Integer asked) {
        return Math.min(asked == null ? DEFAULT_SIZE : Math.max(asked, 0), LARGEST_SIZE);
    }

    private static int position(List<Workout> all, String cursor, int otherwise) {
        if (cursor == null) return otherwise;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(cursor)) return i;
        }
        return otherwise;
    }
}
