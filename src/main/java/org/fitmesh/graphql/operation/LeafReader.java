package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.error.ErrorPath;

/** Reads scalars and lists of scalars that are written in the query text. */
final class LeafReader {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    // What a text costs grows with its length where equal fields are compared.
    private static final int CHARACTERS_PER_VALUE = 64;

    private final RequestVariables variables;
    private final InputChecks checks;
    private final VariableInputReader fromVariables;

    LeafReader(RequestVariables variables, InputChecks checks, VariableInputReader fromVariables) {
        this.variables = variables;
        this.checks = checks;
        this.fromVariables = fromVariables;
    }

    /** The variable that stands at a place, checked against it. */
    DeclaredVariable use(Place place, VariableReference reference, ErrorPath path) {
        DeclaredVariable variable = variables.declaration(reference.getName());
        if (place.accepts(variable)) {
            return variable;
        }
        throw InputError.invalid(
                "variable '"
                        + variable.name()
                        + "' is declared as '"
                        + variable.type()
                        + "', but used where '"
                        + place.type()
                        + "' is expected",
                path);
    }

    ValueSource read(Place place, Value<?> value, ErrorPath path) {
        if (value instanceof VariableReference reference) {
            return variable(place, use(place, reference, path), path);
        }
        if (value instanceof NullValue) {
            return nullSource(place, path);
        }
        if (place.isList()) {
            return list(place, value, path);
        }
        return scalar(place, value, path);
    }

    private ValueSource variable(Place place, DeclaredVariable variable, ErrorPath path) {
        JsonNode given = variables.value(variable.name());
        if (given != null && !given.isNull()) {
            ValueSource.Variable source = new ValueSource.Variable(variable.name(), List.of());
            return fromVariables.leaf(place, given, source, path);
        }
        return given == null && variable.defaultValue() != null
                ? read(place, variable.defaultValue(), path)
                : nullSource(place, path);
    }

    private ValueSource nullSource(Place place, ErrorPath path) {
        checks.nullInput(place, path);
        return new ValueSource.Constant(NullNode.getInstance());
    }

    private ValueSource list(Place place, Value<?> value, ErrorPath path) {
        if (!(value instanceof ArrayValue array)) {
            return listOf(List.of(read(place.element(), value, path.index(0))));
        }
        List<ValueSource> elements = new ArrayList<>();
        for (Value<?> item : array.getValues()) {
            elements.add(read(place.element(), item, path.index(elements.size())));
        }
        return listOf(elements);
    }

    private ValueSource scalar(Place place, Value<?> value, ErrorPath path) {
        ValueSource source = json(value, path);
        if (place.isColumn()) {
            return source;
        }
        if (!(source instanceof ValueSource.Constant constant)) {
            // Only a list or an object can have variables inside.
            if (BuiltInScalar.isBuiltIn(place.typeName())) {
                throw checks.wrongKind(place, InputError.describe(value), path);
            }
            return source;
        }
        String scalar = place.typeName();
        boolean enumLiteral = value instanceof EnumValue && BuiltInScalar.isBuiltIn(scalar);
        boolean fraction = value instanceof FloatValue && scalar.equals("Int");
        if (enumLiteral || fraction) {
            throw checks.wrongKind(place, InputError.describe(value), path);
        }
        checks.checkScalar(place, constant.value(), InputError.describe(value), path);
        return source;
    }

    /** Any literal as JSON, for scalars whose values Fitmesh does not know. */
    private ValueSource json(Value<?> value, ErrorPath path) {
        checks.count(weight(value), path);
        if (value instanceof VariableReference reference) {
            return jsonVariable(variables.declaration(reference.getName()), path);
        }
        if (value instanceof ArrayValue array) {
            return listOf(array.getValues().stream().map(item -> json(item, path)).toList());
        }
        if (value instanceof ObjectValue object) {
            Map<String, ValueSource> fields = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                fields.put(field.getName(), json(field.getValue(), path));
            }
            return objectOf(fields);
        }
        return new ValueSource.Constant(constant(value));
    }

    private ValueSource jsonVariable(DeclaredVariable variable, ErrorPath path) {
        if (variables.value(variable.name()) != null) {
            return new ValueSource.Variable(variable.name(), List.of());
        }
        return variable.defaultValue() == null
                ? new ValueSource.Constant(NullNode.getInstance())
                : json(variable.defaultValue(), path);
    }

    private static int weight(Value<?> value) {
        return value instanceof StringValue text
                ? 1 + text.getValue().length() / CHARACTERS_PER_VALUE
                : 1;
    }

    private static JsonNode constant(Value<?> value) {
        if (value instanceof StringValue text) {
            return JSON.textNode(text.getValue());
        }
        if (value instanceof EnumValue name) {
            return JSON.textNode(name.getName());
        }
        if (value instanceof BooleanValue flag) {
            return JSON.booleanNode(flag.isValue());
        }
        if (value instanceof FloatValue number) {
            return JSON.numberNode(number.getValue());
        }
        return value instanceof IntValue number ? integer(number.getValue()) : JSON.nullNode();
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JSON.numberNode(value.longValue())
                : JSON.numberNode(value);
    }

    private static ValueSource listOf(List<ValueSource> elements) {
        ArrayNode constants = JSON.arrayNode();
        for (ValueSource element : elements) {
            if (!(element instanceof ValueSource.Constant constant)) {
                return new ValueSource.ListOf(List.copyOf(elements));
            }
            constants.add(constant.value());
        }
        return new ValueSource.Constant(constants);
    }

    private static ValueSource objectOf(Map<String, ValueSource> fields) {
        ObjectNode constants = JSON.objectNode();
        for (Map.Entry<String, ValueSource> field : fields.entrySet()) {
            if (!(field.getValue() instanceof ValueSource.Constant constant)) {
                return new ValueSource.ObjectOf(fields);
            }
            constants.set(field.getKey(), constant.value());
        }
        return new ValueSource.Constant(constants);
    }
}
