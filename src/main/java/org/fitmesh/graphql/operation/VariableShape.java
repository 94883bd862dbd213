package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fitmesh.graphql.type.TypeSystem;

/**
 * The part of a request's variables on which an {@link Operation} depends: which are given, which
 * are null, the kinds of their scalars, the keys and lengths of what they contain, enum values, and
 * the booleans that decide what is selected. Made to be part of a cache key together with the
 * document and the role.
 *
 * @param text compared as a whole; means nothing to others
 */
public record VariableShape(String text) {
    /** The shape of every request for an operation without variables. */
    public static final VariableShape NONE = new VariableShape("");

    static VariableShape of(ParsedOperation operation, TypeSystem types, ObjectNode variables) {
        if (operation.variables().isEmpty() && variables.isEmpty()) {
            return NONE;
        }
        return new VariableShape(new ShapeWriter(types).write(operation, variables));
    }
}
