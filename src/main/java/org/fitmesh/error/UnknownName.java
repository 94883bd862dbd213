package org.fitmesh.error;

import java.util.Optional;

/** A name that is not in the role's schema, for those who are told why. */
public sealed interface UnknownName {
    /** Name of the type that lacks it, as the role sees the type. */
    String type();

    /** What it lacks. */
    String name();

    /**
     * A field that an object or input type does not have.
     *
     * @param inner the first field that was asked for below it, which says more where the field is
     *     the namespace of root fields; empty: none
     */
    record Field(String type, String name, Optional<String> inner) implements UnknownName {
        /** A field that nothing was asked for below. */
        public Field(String type, String name) {
            this(type, name, Optional.empty());
        }
    }

    /** An argument that a field of an object type does not have. */
    record Argument(String type, String field, String name) implements UnknownName {}

    /** A value that an enum type does not have. */
    record EnumValue(String type, String name) implements UnknownName {}
}
