package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ScalarType;

/**
 * Reads the value of a variable at the place where the variable stands. Whatever the result depends
 * on must be part of {@link VariableShape}.
 */
final class VariableInputReader {
    // Such a list stays as it is: looking at an element costs less than keeping a value.
    private static final int ELEMENTS_PER_VALUE = 10;

    private final InputChecks checks;

    VariableInputReader(InputChecks checks) {
        this.checks = checks;
    }

    Input read(Place place, JsonNode value, ValueSource.Variable source, ErrorPath path) {
        checks.checkSize(place, path);
        if (value.isNull()) {
            return checks.nullInput(place, path);
        }
        NamedType type = checks.type(place);
        if (type instanceof ScalarType) {
            ValueSource leaf = leaf(place, value, source, path);
            return new Input.Leaf(leaf, place.type().withoutNonNull(), path);
        }
        if (place.isList()) {
            return list(place, value, source, path);
        }
        return type instanceof EnumType enumType
                ? enumName(place, enumType, value, path)
                : object(place, (InputObjectType) type, value, source, path);
    }

    /** The source of a scalar or a list of scalars that is not null. */
    ValueSource leaf(Place place, JsonNode value, ValueSource.Variable source, ErrorPath path) {
        if (place.isColumn()) {
            return source;
        }
        if (!place.isList()) {
            checks.checkScalar(place, value, InputError.describe(value), path);
            return source;
        }
        Place element = place.element();
        if (!value.isArray()) {
            return new ValueSource.ListOf(List.of(leaf(element, value, source, path.index(0))));
        }
        return element.isList()
                ? nestedList(element, value, source, path)
                : flatList(element, value, source, path);
    }

    private ValueSource flatList(
            Place element, JsonNode list, ValueSource.Variable source, ErrorPath path) {
        checks.count(list.size() / ELEMENTS_PER_VALUE, path);
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (item.isNull()) {
                refuseNull(element, path, i);
            } else if (!fits(element, item)) {
                checks.checkScalar(element, item, InputError.describe(item), path.index(i));
            }
        }
        return source;
    }

    // Spares a long list the path of each element.
    private static boolean fits(Place element, JsonNode item) {
        return element.isColumn()
                || BuiltInScalar.judge(element.typeName(), element.rule(), item)
                        == BuiltInScalar.Verdict.FITS;
    }

    private void refuseNull(Place element, ErrorPath path, int position) {
        if (element.type().isNonNull()) {
            throw checks.unexpectedNull(element, path.index(position));
        }
    }

    private ValueSource nestedList(
            Place element, JsonNode list, ValueSource.Variable source, ErrorPath path) {
        List<ValueSource> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            checks.count(1, path);
            ValueSource.Variable inside = below(source, Integer.toString(i));
            if (item.isNull()) {
                refuseNull(element, path, i);
                elements.add(new ValueSource.Constant(item));
            } else {
                elements.add(leaf(element, item, inside, path.index(i)));
            }
        }
        return new ValueSource.ListOf(List.copyOf(elements));
    }

    private Input list(Place place, JsonNode value, ValueSource.Variable source, ErrorPath path) {
        Place element = place.element();
        if (!value.isArray()) {
            Input only = read(element, value, source, path.index(0));
            return new Input.ListInput(List.of(only), path);
        }
        List<Input> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            ValueSource.Variable inside = below(source, Integer.toString(i));
            elements.add(read(element, value.get(i), inside, path.index(i)));
        }
        return new Input.ListInput(List.copyOf(elements), path);
    }

    private Input enumName(Place place, EnumType type, JsonNode value, ErrorPath path) {
        if (value.isTextual()) {
            return checks.enumName(type, value.textValue(), path);
        }
        throw checks.wrongKind(place, InputError.describe(value), path);
    }

    private Input object(
            Place place,
            InputObjectType type,
            JsonNode value,
            ValueSource.Variable source,
            ErrorPath path) {
        if (!value.isObject()) {
            throw checks.wrongKind(place, InputError.describe(value), path);
        }
        Map<String, Input> fields = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            ErrorPath inside = path.key(name);
            InputValue field = checks.field(type, name, inside);
            given.add(name);
            Input read = read(place.field(field), value.get(name), below(source, name), inside);
            fields.put(field.key(), read);
        }
        checks.checkRequired(type.fields().values(), given, path);
        return new Input.ObjectInput(Collections.unmodifiableMap(fields), path);
    }

    private static ValueSource.Variable below(ValueSource.Variable source, String key) {
        List<String> path = new ArrayList<>(source.path());
        path.add(key);
        return new ValueSource.Variable(source.name(), List.copyOf(path));
    }
}
