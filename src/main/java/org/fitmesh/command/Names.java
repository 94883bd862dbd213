package org.fitmesh.command;

/** Names as Hasura's messages write them. */
final class Names {
    private Names() {}

    /** In double quotes. */
    static String quoted(Object name) {
        return "\"" + name + '"';
    }
}
