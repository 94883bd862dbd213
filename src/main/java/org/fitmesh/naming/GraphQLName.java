package org.fitmesh.naming;

import java.util.regex.Pattern;

/** What can be a name (GraphQL spec, section 2.1.9). */
public final class GraphQLName {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*+");

    private GraphQLName() {}

    /** Whether a text is a name, also one that the language keeps for itself. */
    public static boolean is(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a schema may give something that name. */
    public static boolean isFree(String text) {
        return is(text) && !text.startsWith("__");
    }
}
