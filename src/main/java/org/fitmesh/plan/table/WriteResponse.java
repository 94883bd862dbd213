package org.fitmesh.plan.table;

import java.util.List;

/**
 * What is answered about the rows that were written: an object of these keys, or the one row.
 *
 * @param keys in the client's order; for a single row one {@link Returning} with its outputs
 * @param single whether the answer is the one row, null when there is none
 */
public record WriteResponse(List<Key> keys, boolean single) {

    /** One key of the response. */
    public sealed interface Key {
        String key();
    }

    /** {@code __typename}. */
    public record TypeName(String key, String type) implements Key {}

    /** {@code affected_rows}. */
    public record AffectedRows(String key) implements Key {}

    /** {@code returning}. */
    public record Returning(String key, List<RowOutput> outputs) implements Key {}
}
