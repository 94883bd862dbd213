package org.fitmesh.graphql.operation;

import graphql.language.Field;
import java.util.List;

/** A part of what is selected of an object, before it is read against the types. */
sealed interface SelectionGroup permits SelectionGroup.EqualFields, FieldGroups {

    /** Fields with one response key. */
    record EqualFields(List<Field> fields) implements SelectionGroup {}
}
