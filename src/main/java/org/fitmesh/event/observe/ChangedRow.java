package org.fitmesh.event.observe;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fitmesh.catalog.TableName;

/**
 * What a mutation did to a row.
 *
 * @param before the row as JSON; null for an insert
 * @param after the row as JSON; null for a delete
 */
public record ChangedRow(TableName table, Operation operation, String before, String after) {

    /** The states that there are, the older first. */
    List<String> states() {
        return Stream.of(before, after).filter(Objects::nonNull).toList();
    }
}
