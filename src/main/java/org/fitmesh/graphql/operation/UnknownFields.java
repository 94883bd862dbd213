package org.fitmesh.graphql.operation;

import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.Optional;
import org.fitmesh.error.UnknownName;

/** Fields of a selection that their type does not have. */
final class UnknownFields {
    private UnknownFields() {}

    /** The field with the first that is asked for below it. */
    static UnknownName.Field of(String type, Field field) {
        SelectionSet below = field.getSelectionSet();
        Optional<String> inner =
                below == null
                        ? Optional.empty()
                        : below.getSelectionsOfType(Field.class).stream()
                                .findFirst()
                                .map(Field::getName);
        return new UnknownName.Field(type, field.getName(), inner);
    }
}
