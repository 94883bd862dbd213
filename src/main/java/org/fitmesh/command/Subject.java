package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.state.Candidate;

/**
 * What a command that edits the metadata works on.
 *
 * @param document a copy, to be changed
 * @param now the metadata before, read and compared with the database
 */
record Subject(MetadataDocument document, Candidate now) {

    /** Whether metadata or an entity track the table. */
    boolean isTracked(TableName table) {
        return document.table(table).isPresent()
                || now.tracked().stream().anyMatch(one -> one.table().equals(table));
    }

    /**
     * The entry of the table that the argument {@code table} names; a table that only an entity
     * tracks gets one.
     *
     * @throws RequestException not-exists when it is not tracked
     */
    ObjectNode table(Arguments arguments) {
        TableName table = arguments.table("table");
        if (!isTracked(table)) {
            throw noTable(table, document.sourceName(), arguments.path().key("table"));
        }
        return document.tableOrNew(table);
    }

    /**
     * The same, only when the metadata has an entry for it.
     *
     * @throws RequestException not-exists when it is not tracked
     */
    Optional<ObjectNode> tableIfAny(Arguments arguments) {
        TableName table = arguments.table("table");
        if (!isTracked(table)) {
            throw noTable(table, document.sourceName(), arguments.path().key("table"));
        }
        return document.table(table);
    }

    /** The error for a table that is nowhere. */
    static RequestException noTable(TableName table, String source, ErrorPath path) {
        return new RequestException(
                        ErrorCode.NOT_EXISTS,
                        "table " + Names.quoted(table) + " does not exist in source: " + source,
                        path)
                .withHint("the table must be in the database and tracked");
    }
}
