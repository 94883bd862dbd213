package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Where a scalar value comes from. What a plan keeps is the source, not the value, so that one plan
 * serves every request whose variables have the same shape.
 */
public sealed interface ValueSource {

    /** Written in the query text. */
    record Constant(JsonNode value) implements ValueSource {}

    /**
     * A variable of the request, or something inside it.
     *
     * @param path keys and list positions (as digits) below the variable; empty: the variable
     *     itself
     */
    record Variable(String name, List<String> path) implements ValueSource {}

    /** A list written in the query text that has variables inside. */
    record ListOf(List<ValueSource> elements) implements ValueSource {}

    /** An object for a JSON scalar, written in the query text, that has variables inside. */
    record ObjectOf(Map<String, ValueSource> fields) implements ValueSource {}
}
