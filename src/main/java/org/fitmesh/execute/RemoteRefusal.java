package org.fitmesh.execute;

import org.fitmesh.remote.JsonSlice;

/**
 * A remote answered a mutation with errors: nothing that comes after it is done, and the writes to
 * tables before it are undone.
 */
final class RemoteRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JsonSlice errors;

    RemoteRefusal(JsonSlice errors) {
        super("a remote answered with errors", null, false, false);
        this.errors = errors;
    }

    /** The remote's errors, a JSON list. */
    JsonSlice errors() {
        return errors;
    }
}
