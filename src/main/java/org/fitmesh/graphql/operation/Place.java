package org.fitmesh.graphql.operation;

import graphql.language.NullValue;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeReference;

/**
 * Where a value is expected.
 *
 * @param hasDefault whether the schema has a value for the case that none is given
 * @param rule what is accepted beyond the type
 * @param refusesNull whether a null is refused, whatever the type says
 * @param level how deep inside an argument; the argument itself is 0
 */
record Place(
        TypeReference type, boolean hasDefault, InputRule rule, boolean refusesNull, int level) {

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
        InputRule ofElement = rule == InputRule.COLUMN_LIST ? InputRule.COLUMN : rule;
        return new Place(list.element(), false, ofElement, false, level + 1);
    }

    /** Whether a list of places is here; an array of PostgreSQL's is one value. */
    boolean isList() {
        return !isColumn() && type.withoutNonNull() instanceof TypeReference.ListOf;
    }

    /** Whether the value is left to the column's type. */
    boolean isColumn() {
        return rule == InputRule.COLUMN;
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
                value.rule(),
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
