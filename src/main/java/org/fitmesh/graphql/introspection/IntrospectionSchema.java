package org.fitmesh.graphql.introspection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.VariableValues;
import org.fitmesh.graphql.type.IntrospectionTypes;
import org.fitmesh.graphql.type.TypeSystem;

/** What one role's schema says of itself. Immutable; nothing is prepared, so it costs nothing. */
public final class IntrospectionSchema {
    private static final JsonFactory JSON = new JsonFactory();

    private final TypeSystem types;

    private IntrospectionSchema(TypeSystem types) {
        this.types = types;
    }

    /** The introspection of a role's types. */
    public static IntrospectionSchema of(TypeSystem types) {
        return new IntrospectionSchema(types);
    }

    /** Whether a root field is one that {@link #answer} knows. */
    public static boolean answers(SelectedField field) {
        return field.definition().equals(IntrospectionTypes.SCHEMA)
                || field.definition().equals(IntrospectionTypes.TYPE);
    }

    /** The value of the only introspection field of a request, see the other {@code answer}. */
    public byte[] answer(SelectedField field, ObjectNode variables) {
        return answer(field, variables, new AnswerBudget());
    }

    /**
     * The value of a {@code __schema} or {@code __type} root field. It changes with the variables
     * only if {@code field} has arguments that do.
     *
     * @param field for which {@link #answers} is true
     * @param variables of the request
     * @param budget shared by all introspection fields of the request
     * @return JSON as UTF-8, without the response key
     * @throws RequestException {@code validation-failed}: nested too deep, or too large
     */
    public byte[] answer(SelectedField field, ObjectNode variables, AnswerBudget budget) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            AnswerWriter writer = new AnswerWriter(out, bytes, budget.bytesLeft());
            new DescriptionWriter(types, new VariableValues(variables), writer).root(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        budget.spend(bytes.size());
        return bytes.toByteArray();
    }
}
