package org.fitmesh.management.jmx;

import java.util.regex.Pattern;

/** Addresses as administrators' consoles may show them. */
final class ShownUrl {
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#]*@");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    private ShownUrl() {}

    /** Without user, password, query and fragment; names of settings stay. */
    static String of(String template) {
        String plain = CREDENTIALS.matcher(template).replaceFirst("//");
        return QUERY.matcher(plain).replaceFirst("");
    }
}
