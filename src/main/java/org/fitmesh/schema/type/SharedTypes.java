package org.fitmesh.schema.type;

import java.util.HashMap;
import java.util.Map;
import org.fitmesh.graphql.type.NamedType;

/**
 * Types of the schemas that are built together. What two roles see alike is held once: roles see
 * most enums, comparisons and orders alike.
 */
public final class SharedTypes {
    private final Map<String, NamedType> latest = new HashMap<>();

    /** An equal type that is there already, or this one. */
    NamedType same(NamedType type) {
        NamedType there = latest.get(type.name());
        if (type.equals(there)) {
            return there;
        }
        latest.put(type.name(), type);
        return type;
    }
}
