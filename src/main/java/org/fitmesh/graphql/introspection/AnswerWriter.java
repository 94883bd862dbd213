package org.fitmesh.graphql.introspection;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;

/** Writes objects in the shape of their selections, within bounds. */
final class AnswerWriter {
    // A full answer for a schema of 10,000 types stays well below.
    private static final int MAX_OBJECTS = 5_000_000;

    private final JsonGenerator out;
    private int objects;

    /** Writes the value of one field of an object. */
    @FunctionalInterface
    interface FieldValue {
        void write(SelectedField field) throws IOException;
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    AnswerWriter(JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes an object: its selected fields.
     *
     * @param typeName the value of {@code __typename}
     */
    void object(SelectedField parent, String typeName, FieldValue values) throws IOException {
        if (++objects > MAX_OBJECTS) {
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED,
                    "the introspection query gives too large an answer",
                    parent.path());
        }
        out.writeStartObject();
        for (Selection selection : parent.selections()) {
            // No introspection type is a union or an interface.
            SelectedField field = (SelectedField) selection;
            out.writeFieldName(field.responseKey());
            if (field.name().equals("__typename")) {
                out.writeString(typeName);
            } else {
                values.write(field);
            }
        }
        out.writeEndObject();
    }

    <T> void list(Collection<T> elements, Element<T> writer) throws IOException {
        out.writeStartArray();
        for (T element : elements) {
            writer.write(element);
        }
        out.writeEndArray();
    }

    void texts(List<String> texts) throws IOException {
        list(texts, out::writeString);
    }

    void text(String text) throws IOException {
        out.writeString(text);
    }

    void text(Optional<String> text) throws IOException {
        // Jackson writes null for null.
        out.writeString(text.orElse(null));
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void nothing() throws IOException {
        out.writeNull();
    }
}
