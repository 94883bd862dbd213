package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ScalarType;

/** Reads arguments as they are written in the query text, following variables where they stand. */
final class InputReader {
    private final RequestVariables variables;
    private final InputChecks checks;
    private final VariableInputReader fromVariables;
    private final LeafReader leaves;

    InputReader(RequestVariables variables, InputChecks checks) {
        this.variables = variables;
        this.checks = checks;
        this.fromVariables = new VariableInputReader(checks);
        this.leaves = new LeafReader(variables, checks, fromVariables);
    }

    /**
     * The arguments of a field or directive (specification, section 5.4).
     *
     * @param type that has the field; empty for a directive
     * @param owner name of the field or directive
     * @param path of the owner
     */
    Map<String, Input> arguments(
            Optional<String> type,
            String owner,
            Map<String, InputValue> places,
            List<Argument> given,
            ErrorPath path) {
        if (places.isEmpty() && given.isEmpty()) {
            return Map.of();
        }
        Map<String, Value<?>> values = new LinkedHashMap<>();
        for (Argument argument : given) {
            String name = argument.getName();
            if (!places.containsKey(name)) {
                throw InputError.unknownArgument(type, owner, name, path);
            }
            if (values.put(name, argument.getValue()) != null) {
                throw InputError.invalid(
                        "'" + owner + "' has more than one argument named '" + name + "'", path);
            }
        }
        ErrorPath parent = path.key("args");
        checks.checkRequired(places.values(), values.keySet(), parent);
        Map<String, Input> read = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> {
                    InputValue declared = places.get(name);
                    put(read, declared.key(), Place.of(declared), value, parent.key(name));
                });
        return Collections.unmodifiableMap(read);
    }

    private void put(
            Map<String, Input> fields, String key, Place place, Value<?> value, ErrorPath path) {
        if (!isAbsent(place, value, path)) {
            fields.put(key, read(place, value, path));
        }
    }

    /**
     * A variable without a value leaves a place as if nothing stood there where that has a default
     * of its own, and everywhere if so wanted.
     */
    private boolean isAbsent(Place place, Value<?> value, ErrorPath path) {
        boolean mayBeAbsent = place.hasDefault() || variables.leavesAbsentAway();
        if (!mayBeAbsent || !(value instanceof VariableReference reference)) {
            return false;
        }
        DeclaredVariable variable = leaves.use(place, reference, path);
        return variables.value(variable.name()) == null && variable.defaultValue() == null;
    }

    private Input read(Place place, Value<?> value, ErrorPath path) {
        checks.checkSize(place, path);
        if (value instanceof VariableReference reference) {
            return variable(place, leaves.use(place, reference, path), path);
        }
        if (value instanceof NullValue) {
            return checks.nullInput(place, path);
        }
        NamedType type = checks.type(place);
        if (type instanceof ScalarType) {
            ValueSource source = leaves.read(place, value, path);
            return new Input.Leaf(source, place.type().withoutNonNull(), path);
        }
        if (place.isList()) {
            return list(place, value, path);
        }
        return type instanceof EnumType enumType
                ? enumName(place, enumType, value, path)
                : object(place, (InputObjectType) type, value, path);
    }

    private Input variable(Place place, DeclaredVariable variable, ErrorPath path) {
        JsonNode given = variables.value(variable.name());
        if (given != null) {
            ValueSource.Variable source = new ValueSource.Variable(variable.name(), List.of());
            return fromVariables.read(place, given, source, path);
        }
        return variable.defaultValue() == null
                ? checks.nullInput(place, path)
                : read(place, variable.defaultValue(), path);
    }

    private Input list(Place place, Value<?> value, ErrorPath path) {
        Place element = place.element();
        if (!(value instanceof ArrayValue array)) {
            return new Input.ListInput(List.of(read(element, value, path.index(0))), path);
        }
        List<Input> elements = new ArrayList<>();
        for (Value<?> item : array.getValues()) {
            elements.add(read(element, item, path.index(elements.size())));
        }
        return new Input.ListInput(List.copyOf(elements), path);
    }

    private Input enumName(Place place, EnumType type, Value<?> value, ErrorPath path) {
        if (value instanceof EnumValue name) {
            return checks.enumName(type, name.getName(), path);
        }
        throw checks.wrongKind(place, InputError.describe(value), path);
    }

    private Input object(Place place, InputObjectType type, Value<?> value, ErrorPath path) {
        if (!(value instanceof ObjectValue object)) {
            throw checks.wrongKind(place, InputError.describe(value), path);
        }
        Map<String, Value<?>> values = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            checks.field(type, field.getName(), path.key(field.getName()));
            if (values.put(field.getName(), field.getValue()) != null) {
                throw InputError.invalid(
                        "field '" + field.getName() + "' is given more than once",
                        path.key(field.getName()));
            }
        }
        Collection<InputValue> places = type.fields().values();
        checks.checkRequired(places, values.keySet(), path);
        Map<String, Input> fields = new LinkedHashMap<>();
        values.forEach(
                (name, item) -> {
                    InputValue declared = type.fields().get(name);
                    put(fields, declared.key(), place.field(declared), item, path.key(name));
                });
        return new Input.ObjectInput(Collections.unmodifiableMap(fields), path);
    }
}
