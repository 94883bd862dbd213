package org.fitmesh.error;

/**
 * Where in the request something is wrong, as the JSONPath that Hasura writes: {@code
 * $.selectionSet.users.args.where.id._eq}. Field names are used, never aliases.
 *
 * @param text the path, starting with {@code $}
 */
public record ErrorPath(String text) {
    /** The whole request. */
    public static final ErrorPath ROOT = new ErrorPath("$");

    /** The query text itself: the place of a syntax error. */
    public static final ErrorPath QUERY = new ErrorPath("$.query");

    /** This path, one key deeper. */
    public ErrorPath key(String name) {
        return new ErrorPath(text + "." + name);
    }

    /** This path, one list element deeper; the first element is 0. */
    public ErrorPath index(int position) {
        return new ErrorPath(text + "[" + position + "]");
    }

    /** The path of a field selected directly below this one. */
    public ErrorPath field(String fieldName) {
        return new ErrorPath(text + ".selectionSet." + fieldName);
    }

    /** The path of all arguments of the field that this path names. */
    public ErrorPath arguments() {
        return new ErrorPath(text + ".args");
    }

    /** The path of an argument of the field that this path names. */
    public ErrorPath argument(String argumentName) {
        return arguments().key(argumentName);
    }
}
