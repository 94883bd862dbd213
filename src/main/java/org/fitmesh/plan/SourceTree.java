package org.fitmesh.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where rows have fields of Java code, as {@link org.fitmesh.plan.table.SourceRows}, ready to run.
 */
public record SourceTree(Map<String, SourceTree> children, Optional<Call> call) {
    /** No such fields. */
    public static final SourceTree NOTHING = new SourceTree(Map.of(), Optional.empty());

    /**
     * One call for all rows.
     *
     * @param entity the class that stands for the rows' table
     * @param keys under which the rows have the texts of its key; they are taken out of the rows
     * @param document its one root field answers a list with an object for each row, whose values
     *     belong into the row
     * @param reply where such an object has rows itself
     */
    public record Call(String entity, List<String> keys, CodeDocument document, ReplyTree reply) {}

    public boolean isEmpty() {
        return call.isEmpty() && children.isEmpty();
    }

    int weight() {
        int own = call.map(c -> c.document().text().length() + c.reply().weight()).orElse(0);
        return own + children.values().stream().mapToInt(SourceTree::weight).sum();
    }
}
