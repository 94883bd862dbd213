package org.fitmesh.graphql.introspection;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
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
    private final JsonGenerator out;
    private final ByteArrayOutputStream bytes;
    private final int maxBytes;

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

    /**
     * @param bytes what {@code out} writes to
     */
    AnswerWriter(JsonGenerator out, ByteArrayOutputStream bytes, int maxBytes) {
        this.out = out;
        this.bytes = bytes;
        this.maxBytes = maxBytes;
    }

    /**
     * Writes an object: its selected fields.
     *
     * @param typeName the value of {@code __typename}
     */
    void object(SelectedField parent, String typeName, FieldValue values) throws IOException {
        checkSize(parent);
        out.writeStartObject();
        for (Selection selection : parent.selections()) {
            // No introspection type is a union or an interface.
            SelectedField field = (SelectedField) selection;
            checkSize(field);
            out.writeFieldName(field.responseKey());
            if (field.name().equals("__typename")) {
                out.writeString(typeName);
            } else {
                values.write(field);
            }
        }
        out.writeEndObject();
    }

    private void checkSize(SelectedField field) {
        if (bytes.size() + out.getOutputBuffered() > maxBytes) {
            throw new RequestException(
                            ErrorCode.VALIDATION_FAILED,
                            "the introspection query gives too large an answer",
                            field.path())
                    .withHint("select fewer fields, or describe single types with __type");
        }
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
