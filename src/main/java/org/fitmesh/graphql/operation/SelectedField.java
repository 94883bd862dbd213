package org.fitmesh.graphql.operation;

import graphql.language.Field;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.FieldDefinition;

/**
 * A field that the client selected, equal fields merged.
 *
 * @param responseKey alias or name
 * @param parentType name of the type that has the field
 * @param definition the field; {@code __typename}, {@code __schema} and {@code __type} have one too
 * @param arguments what was given, by key; an absent argument is not a key
 * @param selections empty for a leaf
 * @param source the first of the merged fields as the client wrote it, for remote schemas
 */
public record SelectedField(
        String responseKey,
        String parentType,
        FieldDefinition definition,
        Map<String, Input> arguments,
        List<Selection> selections,
        ErrorPath path,
        Field source)
        implements Selection {

    /** The same field under another response key. */
    public SelectedField withResponseKey(String key) {
        return new SelectedField(key, parentType, definition, arguments, selections, path, source);
    }

    /** What planning calls the field; {@link FieldDefinition#name} is the client's word for it. */
    public String name() {
        return definition.key();
    }
}
