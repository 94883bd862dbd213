package org.fitmesh.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.state.Candidate;

/**
 * What of the metadata depended on tables and columns that SQL has taken away. A table that is gone
 * goes from the metadata with all that is its own; what else depended on it goes only when asked.
 *
 * @param before the metadata before the SQL
 * @param catalog the tables after it
 */
record Dependents(Candidate before, Catalog catalog, ErrorPath path) {

    /**
     * Takes out of the document what has become inconsistent.
     *
     * @return whether anything was taken out, so that more may be inconsistent now
     * @throws RequestException dependency-error when that needs a cascade
     */
    boolean remove(MetadataDocument document, List<Inconsistency> now, boolean cascade) {
        List<Inconsistency> added = Inconsistency.added(before.inconsistencies(), now);
        List<Inconsistency> others = new ArrayList<>(added);
        others.removeIf(this::isOfDroppedTable);
        if (!others.isEmpty() && !cascade) {
            throw dependencies(others);
        }
        return InconsistentParts.remove(document, added);
    }

    private RequestException dependencies(List<Inconsistency> others) {
        String objects =
                others.stream()
                        .map(one -> one.type() + " " + one.name())
                        .collect(Collectors.joining(", "));
        return new RequestException(
                        ErrorCode.DEPENDENCY_ERROR,
                        "cannot drop due to the following dependent objects: " + objects,
                        path)
                .withInternal(Answers.objects(others).toString());
    }

    private boolean isOfDroppedTable(Inconsistency one) {
        for (TableName table : before.catalog().tables().keySet()) {
            boolean named =
                    one.name().equals(table.toString())
                            || one.name().startsWith(table + ".")
                            || one.name().startsWith(table + " of role ");
            if (named && catalog.find(table).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
