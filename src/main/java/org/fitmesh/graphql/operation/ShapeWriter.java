package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.IntrospectionTypes;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;

/**
 * Writes a {@link VariableShape}: one letter per scalar, names with their lengths, so that no two
 * different shapes give the same text.
 */
final class ShapeWriter {
    private static final char ABSENT = '-';
    private static final char WRONG = '!';

    private final TypeSystem types;
    private final StringBuilder text = new StringBuilder();

    ShapeWriter(TypeSystem types) {
        this.types = types;
    }

    String write(ParsedOperation operation, ObjectNode variables) {
        int given = 0;
        for (DeclaredVariable variable : operation.variables().values()) {
            JsonNode value = variables.get(variable.name());
            given += value == null ? 0 : 1;
            variable(variable, value);
        }
        if (given < variables.size()) {
            text.append(WRONG);
        }
        return text.toString();
    }

    private void variable(DeclaredVariable variable, JsonNode value) {
        if (value == null) {
            text.append(ABSENT);
        } else if (variable.steersDirective() && value.isBoolean()) {
            text.append(value.booleanValue() ? 'T' : 'F');
        } else {
            value(variable.type(), value);
        }
    }

    private void value(TypeReference type, JsonNode value) {
        if (value.isNull()) {
            text.append(ValueKind.NULL.letter());
            return;
        }
        NamedType named = IntrospectionTypes.find(types, type.baseName()).orElse(null);
        boolean isEnum = named instanceof EnumType;
        boolean isScalar = !isEnum && !(named instanceof InputObjectType);
        if (type.withoutNonNull() instanceof TypeReference.ListOf list && value.isArray()) {
            elements(list.element(), isScalar, value);
        } else if (isScalar) {
            text.append(ValueKind.of(type.baseName(), value).letter());
        } else if (isEnum && value.isTextual()) {
            name(value.textValue());
        } else if (named instanceof InputObjectType object && value.isObject()) {
            fields(object, value);
        } else {
            text.append(WRONG).append(ValueKind.of(type.baseName(), value).letter());
        }
    }

    private void elements(TypeReference element, boolean isScalar, JsonNode list) {
        if (isScalar && !(element.withoutNonNull() instanceof TypeReference.ListOf)) {
            text.append('[').append(ValueKind.among(element.baseName(), list)).append(']');
            return;
        }
        text.append('(').append(list.size()).append(':');
        for (JsonNode item : list) {
            value(element, item);
        }
        text.append(')');
    }

    private void fields(InputObjectType type, JsonNode object) {
        text.append('{');
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            InputValue field = type.fields().get(name);
            name(name);
            if (field == null) {
                text.append(WRONG);
            } else {
                value(field.type(), object.get(name));
            }
        }
        text.append('}');
    }

    private void name(String name) {
        text.append(name.length()).append(':').append(name);
    }
}
