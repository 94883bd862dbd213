package org.fitmesh.catalog;

import java.util.Map;
import java.util.Optional;

/** A table whose rows are to be the values of a GraphQL enum (Hasura's {@code is_enum}). */
public sealed interface EnumTable {

    /**
     * One that can be.
     *
     * @param key its primary key, whose texts are the names
     * @param values name to comment, in the order of the names
     */
    record Usable(String key, Map<String, Optional<String>> values) implements EnumTable {}

    /** One that cannot, and why, in Hasura's words. */
    record Refused(String reason) implements EnumTable {}
}
