package org.fitmesh.plan;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.plan.compile.CompiledStatement;

/**
 * Where a reply of Java code has rows of tables, as {@link org.fitmesh.plan.table.CodeRows}, ready
 * to run.
 */
public record ReplyTree(Map<String, ReplyTree> children, Optional<Rows> rows) {
    /** A reply without rows. */
    public static final ReplyTree NOTHING = new ReplyTree(Map.of(), Optional.empty());

    /**
     * Rows that are found by their keys.
     *
     * @param statement takes {@link Parameter.RowKeys}, objects with the keys {@link #keyName}, and
     *     gives a list with a value for each: the row, or null where there is none that the role
     *     may see
     * @param type the type of the rows
     * @param required whether there may be no null in the row's place
     */
    public record Rows(CompiledStatement statement, String type, boolean required) {}

    /** The name of a part of a key in what {@link Rows#statement} takes. */
    public static String keyName(int part) {
        return "k" + part;
    }

    int weight() {
        int own = rows.map(r -> r.statement().sql().text().length()).orElse(0);
        return own + children.values().stream().mapToInt(ReplyTree::weight).sum();
    }
}
