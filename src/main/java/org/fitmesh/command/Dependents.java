package org.fitmesh.command;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/** What of the metadata depended on something that was taken away. */
final class Dependents {
    private Dependents() {}

    /**
     * Takes out of the document what has become inconsistent.
     *
     * @return whether anything was taken out, so that more may be inconsistent now
     * @throws RequestException dependency-error when that needs a cascade
     */
    static boolean remove(
            MetadataDocument document, List<Inconsistency> added, boolean cascade, ErrorPath path) {
        if (!cascade && !added.isEmpty()) {
            throw new RequestException(
                            ErrorCode.DEPENDENCY_ERROR,
                            ObjectText.dependents(added, document.sourceName()),
                            path)
                    .withHint("send \"cascade\": true to drop them too")
                    .withInternal(Answers.objects(added, document).toString());
        }
        return InconsistentParts.remove(document, added);
    }

    /**
     * The same after SQL: a function that is gone, and a table with all that is its own, go without
     * being asked.
     */
    static boolean removeAfterSql(
            MetadataDocument document,
            List<Inconsistency> added,
            Dropped dropped,
            boolean cascade,
            ErrorPath path) {
        List<Inconsistency> others = new ArrayList<>(added);
        others.removeIf(dropped::owned);
        if (!cascade && !others.isEmpty()) {
            return remove(document, others, false, path);
        }
        return InconsistentParts.remove(document, added);
    }

    /** The tables of two states of the database. */
    record Dropped(Catalog before, Catalog after) {
        private boolean owned(Inconsistency one) {
            return isDroppedFunction(one)
                    || before.tables().keySet().stream()
                            .filter(table -> isOf(one.name(), table))
                            .anyMatch(table -> after.find(table).isEmpty());
        }

        private boolean isDroppedFunction(Inconsistency one) {
            return one.type().equals("function")
                    && before.functions().keySet().stream()
                            .filter(function -> function.toString().equals(one.name()))
                            .anyMatch(function -> after.find(function).isEmpty());
        }

        private static boolean isOf(String name, TableName table) {
            return name.equals(table.toString())
                    || name.startsWith(table + ".")
                    || name.startsWith(table + " of role ");
        }
    }
}
