package org.fitmesh.management.jmx;

import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The names of the MBeans of one deployment.
 *
 * @param contextPath where it is deployed; empty for the root. Any other is part of each name, so
 *     that a server may have several deployments
 */
record BeanNames(String contextPath) {
    static final String DOMAIN = "org.fitmesh";

    /**
     * What needs no quotes as a value: no comma, equals sign, colon, quote, asterisk or question
     * mark.
     */
    private static final Pattern PLAIN = Pattern.compile("[^,=:\"*?\\n]+");

    /** A bean of which there is one. */
    ObjectName of(String type) {
        return parse(DOMAIN + ":" + context() + "type=" + type);
    }

    /** One of several beans of a type. */
    ObjectName of(String type, String name) {
        return parse(DOMAIN + ":" + context() + "type=" + type + ",name=" + value(name));
    }

    private String context() {
        return contextPath.isEmpty() ? "" : "context=" + value(contextPath) + ",";
    }

    private static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : ObjectName.quote(text);
    }

    private static ObjectName parse(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
