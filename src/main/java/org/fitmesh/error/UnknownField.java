package org.fitmesh.error;

import java.util.Optional;

/**
 * A field that a type does not have, or an argument that a field does not have, for those who are
 * told why.
 *
 * @param type name of the object or input type, as the role sees it
 * @param field what was asked for
 * @param argument of the field, where it is that which is not there
 */
public record UnknownField(String type, String field, Optional<String> argument) {
    /** A field that is not there. */
    public UnknownField(String type, String field) {
        this(type, field, Optional.empty());
    }
}
