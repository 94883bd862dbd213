package org.fitmesh.event.capture;

import org.fitmesh.catalog.TableName;

/**
 * A capture trigger that is not in the database as it is wanted.
 *
 * @param eventTrigger whose events it captures
 * @param name its own
 * @param quotedTable the table as a statement names it
 * @param definition the statement that makes the trigger, or makes it anew
 * @param enabling the statement that lets it fire
 */
record Deviation(
        String eventTrigger,
        String name,
        TableName table,
        State state,
        String quotedTable,
        String definition,
        String enabling) {

    /** What is the matter with it. */
    enum State {
        MISSING,
        DISABLED,
        CHANGED
    }
}
