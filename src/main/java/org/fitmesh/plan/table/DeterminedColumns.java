package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * Refuses columns that would get a value twice in a nested insert: from the client and from a
 * relationship, or from two of them. The order of the checks is Hasura's.
 *
 * @param given by the client
 * @param byParent by the row that this one is inserted along with
 */
record DeterminedColumns(RoleTable table, Set<Column> given, List<Column> byParent) {

    /**
     * Checks a row.
     *
     * @param related what is inserted along with it
     * @throws RequestException validation-failed, with Hasura's words
     */
    void check(Collection<RelationshipModel> related, ErrorPath path) {
        List<Column> twice = given.stream().filter(byParent::contains).toList();
        if (!twice.isEmpty()) {
            throw refused(
                    "cannot insert "
                            + names(twice)
                            + " columns as their values are already being determined by parent"
                            + " insert",
                    path);
        }
        for (RelationshipModel relationship : related) {
            if (!relationship.insertedAfter()) {
                checkObject(relationship, path.key(relationship.name()));
            }
        }
    }

    private void checkObject(RelationshipModel relationship, ErrorPath path) {
        List<Column> determined = new ArrayList<>();
        for (String name : relationship.columns().keySet()) {
            Column column = table.model().table().columns().get(name);
            if (given.contains(column) || byParent.contains(column)) {
                determined.add(column);
            }
        }
        if (!determined.isEmpty()) {
            throw refused(
                    "cannot insert object relationship \""
                            + relationship.name()
                            + "\" as "
                            + names(determined)
                            + " column values are already determined",
                    path);
        }
    }

    private static String names(List<Column> columns) {
        return columns.stream()
                .map(column -> "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static RequestException refused(String message, ErrorPath path) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, path);
    }
}
