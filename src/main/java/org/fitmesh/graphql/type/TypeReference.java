package org.fitmesh.graphql.type;

/** The type of a field, argument or variable (GraphQL specification, section 2.11). */
public sealed interface TypeReference {

    /** A type by its name, nullable. */
    record Named(String name) implements TypeReference {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A nullable list. */
    record ListOf(TypeReference element) implements TypeReference {
        @Override
        public String toString() {
            return "[" + element + "]";
        }
    }

    /** The same type without null; never wraps another {@code NonNull}. */
    record NonNull(TypeReference nullable) implements TypeReference {
        @Override
        public String toString() {
            return nullable + "!";
        }
    }

    static TypeReference named(String name) {
        return new Named(name);
    }

    static TypeReference nonNull(String name) {
        return new NonNull(new Named(name));
    }

    /** {@code [name!]}. */
    static TypeReference listOf(String name) {
        return new ListOf(nonNull(name));
    }

    /** {@code [name!]!}. */
    static TypeReference nonNullListOf(String name) {
        return new NonNull(listOf(name));
    }

    /** The name under all the wrappers. */
    default String baseName() {
        if (this instanceof Named named) {
            return named.name();
        }
        return this instanceof ListOf list
                ? list.element().baseName()
                : withoutNonNull().baseName();
    }

    default boolean isNonNull() {
        return this instanceof NonNull;
    }

    /** This type without an outer {@code !}. */
    default TypeReference withoutNonNull() {
        return this instanceof NonNull nonNull ? nonNull.nullable() : this;
    }
}
