package org.fitmesh.graphql.operation;

import graphql.language.NullValue;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.IntegerRule;
import org.fitmesh.graphql.type.TypeReference;

/**
 * Where a value is expected.
 *
 * @param hasDefault whether the schema has a value for the case that none is given
 * @param refusesNull whether a null is refused, whatever the type says
 * @param level how deep inside an argument; the argument itself is 0
 */
record Place(
        TypeReference type,
        boolean hasDefault,
        IntegerRule integers,
        boolean refusesNull,
        int level) {

    static Place of(InputValue value) {
        return inside(value, 0);
    }

    /** A field of the input object that is expected here. */
    Place field(InputValue value) {
        return inside(value, level + 1);
    }

    /** An element of the list that is expected here. */
    Place element() {
        TypeReference.ListOf list = (TypeReference.ListOf) type.withoutNonNull();
        return new Place(list.element(), false, integers, false, level + 1);
    }

    boolean isList() {
        return type.withoutNonNull() instanceof TypeReference.ListOf;
    }

    String typeName() {
        return type.baseName();
    }

    /** Whether the variable may stand here (specification, section 5.8.5). */
    boolean accepts(DeclaredVariable variable) {
        TypeReference given = variable.type();
        if (!type.isNonNull() || given.isNonNull()) {
            return isCompatible(given, type);
        }
        return (hasDefault || hasValueByDefault(variable))
                && isCompatible(given, type.withoutNonNull());
    }

    private static Place inside(InputValue value, int level) {
        return new Place(
                value.type(),
                value.defaultValue().isPresent(),
                value.integers(),
                value.refusesNull(),
                level);
    }

    private static boolean hasValueByDefault(DeclaredVariable variable) {
        return variable.defaultValue() != null && !(variable.defaultValue() instanceof NullValue);
    }

    private static boolean isCompatible(TypeReference given, TypeReference expected) {
        if (expected.isNonNull() && !given.isNonNull()) {
            return false;
        }
        TypeReference bareGiven = given.withoutNonNull();
        TypeReference bareExpected = expected.withoutNonNull();
        if (bareGiven instanceof TypeReference.ListOf givenList
                && bareExpected instanceof TypeReference.ListOf expectedList) {
            return isCompatible(givenList.element(), expectedList.element());
        }
        return bareGiven.equals(bareExpected);
    }
}
