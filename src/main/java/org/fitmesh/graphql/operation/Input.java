package org.fitmesh.graphql.operation;

import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.TypeReference;

/**
 * An argument's value, already checked against its type: literals and variables look alike, and
 * objects and lists of objects are taken apart wherever they came from.
 */
public sealed interface Input {

    /** The place in the request, for error messages. */
    ErrorPath path();

    /** An explicit {@code null}, or a variable that is null. An absent value is no Input at all. */
    record Null(ErrorPath path) implements Input {}

    /**
     * A scalar, or a list (of lists) of scalars, as one value. A single value given for a list has
     * been wrapped in a list.
     *
     * @param type the declared type of the place, without the outer {@code !}
     */
    record Leaf(ValueSource source, TypeReference type, ErrorPath path) implements Input {}

    /** The key of an enum value; part of the variables' shape. */
    record EnumName(String name, ErrorPath path) implements Input {}

    /** A list of enum names or of input objects. */
    record ListInput(List<Input> elements, ErrorPath path) implements Input {}

    /**
     * An input object.
     *
     * @param fields what was given, by key, in the order in which the client wrote it
     */
    record ObjectInput(Map<String, Input> fields, ErrorPath path) implements Input {}
}
