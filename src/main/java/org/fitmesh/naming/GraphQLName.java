package org.fitmesh.naming;

import java.util.Set;
import java.util.regex.Pattern;

/** What can be a name (GraphQL spec, section 2.1.9). */
public final class GraphQLName {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*+");

    private static final Set<String> NO_ENUM_VALUES = Set.of("true", "false", "null");

    private GraphQLName() {}

    /** Whether a text is a name, also one that the language keeps for itself. */
    public static boolean is(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Whether it can be a value of an enum: three names are values of their own (section 2.9.6).
     */
    public static boolean isEnumValue(String text) {
        return is(text) && !NO_ENUM_VALUES.contains(text);
    }

    /** Whether a schema may give something that name. */
    public static boolean isFree(String text) {
        return is(text) && !text.startsWith("__");
    }
}
