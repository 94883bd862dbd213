package org.fitmesh.metadata;

import java.util.List;

/**
 * A part of the metadata that cannot be honoured and is left out of the schema.
 *
 * @param type Hasura's word for the object: {@code table}, {@code object_relation}, {@code
 *     remote_schema}, {@code select_permission}, …
 * @param name what it is called, with all that tells it from others, such as {@code
 *     sessions.workout}
 * @param reason one sentence that names the fix
 * @param cause what kind of reason that is
 */
public record Inconsistency(String type, String name, String reason, Cause cause) {
    /** Why a part cannot be honoured; decides the code of a command's error. */
    public enum Cause {
        /** It does not have the form of its kind. */
        MALFORMED,
        /** It names a table, column, … that is not there. */
        UNKNOWN,
        /** It names a setting that is not set. */
        UNSET,
        /** Roles that one inherits from contradict each other; a command is not refused for it. */
        INHERITED,
        /** Hasura serves it and Fitmesh does not; no command is refused for it. */
        UNSERVED,
        /** Roles inherit from each other in a circle. */
        CYCLIC,
        /** Another object has a name that it needs. */
        CLASHING,
        /** Somebody else has what it needs; it goes when tried again. */
        BUSY,
        /** Anything else. */
        OTHER
    }

    /** One of the cause {@link Cause#OTHER}. */
    public Inconsistency(String type, String name, String reason) {
        this(type, name, reason, Cause.OTHER);
    }

    /**
     * Those of the list {@code after} that are not in {@code before} and speak against the change.
     */
    public static List<Inconsistency> added(List<Inconsistency> before, List<Inconsistency> after) {
        return after.stream()
                .filter(one -> one.cause() != Cause.INHERITED && one.isFault())
                .filter(one -> !before.contains(one))
                .toList();
    }

    /**
     * Whether somebody can mend it: something is wrong, rather than not served. Only then the
     * health checks warn of it.
     */
    public boolean isFault() {
        return cause != Cause.UNSERVED;
    }
}
