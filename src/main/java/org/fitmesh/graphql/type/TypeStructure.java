package org.fitmesh.graphql.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Types without what is for people only: descriptions and deprecations. */
public final class TypeStructure {
    private static final Optional<String> NONE = Optional.empty();

    private TypeStructure() {}

    /** Do both mean the same to a client? Order does not count, nor do descriptions. */
    public static boolean same(NamedType one, NamedType other) {
        return of(one).equals(of(other));
    }

    private static NamedType of(NamedType type) {
        if (type instanceof ObjectType object) {
            return new ObjectType(
                    object.name(), NONE, fields(object.fields()), object.interfaces());
        }
        if (type instanceof InterfaceType shared) {
            return new InterfaceType(
                    shared.name(), NONE, fields(shared.fields()), shared.possibleTypes());
        }
        if (type instanceof InputObjectType input) {
            return new InputObjectType(input.name(), NONE, inputs(input.fields()));
        }
        if (type instanceof EnumType choice) {
            return new EnumType(
                    choice.name(),
                    NONE,
                    each(choice.values(), value -> new EnumValue(value.name(), NONE, NONE)));
        }
        if (type instanceof UnionType union) {
            return new UnionType(union.name(), NONE, union.possibleTypes());
        }
        return new ScalarType(type.name(), NONE);
    }

    private static Map<String, FieldDefinition> fields(Map<String, FieldDefinition> fields) {
        return each(
                fields,
                field ->
                        new FieldDefinition(
                                field.name(), NONE, inputs(field.arguments()), field.type(), NONE));
    }

    private static Map<String, InputValue> inputs(Map<String, InputValue> inputs) {
        return each(
                inputs,
                input -> new InputValue(input.name(), NONE, input.type(), input.defaultValue()));
    }

    private static <T> Map<String, T> each(Map<String, T> values, UnaryOperator<T> change) {
        Map<String, T> changed = new LinkedHashMap<>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }
}
