package org.fitmesh.plan;

import java.util.function.Function;
import org.fitmesh.plan.table.WrittenKey;

/**
 * What the statements before have written.
 *
 * @param rows as JSON, or the keys of the rows that are asked for; null where there are none
 * @param count how many rows a nested insert has written
 * @param keys gives values of the rows of a nested insert, null for SQL's null
 */
public record Written(String rows, int count, Function<WrittenKey, String> keys) {
    static Written rows(String rows) {
        return new Written(
                rows,
                0,
                key -> {
                    throw new IllegalStateException("no nested insert wrote " + key);
                });
    }
}
