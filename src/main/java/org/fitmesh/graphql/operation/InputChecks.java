package org.fitmesh.graphql.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.error.UnknownName;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.IntrospectionTypes;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeSystem;

/** What literals and the values of variables are held to alike. */
final class InputChecks {
    private final TypeSystem types;
    private final DocumentLimits limits;
    private int values;

    InputChecks(TypeSystem types, DocumentLimits limits) {
        this.types = types;
        this.limits = limits;
    }

    NamedType type(Place place) {
        return find(place.typeName())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the schema refers to a type it lacks: "
                                                + place.typeName()));
    }

    Optional<NamedType> find(String name) {
        return IntrospectionTypes.find(types, name);
    }

    /** Refuses a value that is too deep, or one too many. */
    void checkSize(Place place, ErrorPath path) {
        count(1, path);
        if (place.level() > limits.maxDepth()) {
            throw InputError.invalid(
                    "the value is nested deeper than " + limits.maxDepth() + " levels", path);
        }
    }

    /** Adds to what was read so far. */
    void count(int more, ErrorPath path) {
        values += more;
        if (values > limits.maxValues()) {
            throw InputError.invalid(
                    "the arguments of the query contain more than "
                            + limits.maxValues()
                            + " values",
                    path);
        }
    }

    Input nullInput(Place place, ErrorPath path) {
        if (place.type().isNonNull() || place.refusesNull()) {
            throw unexpectedNull(place, path);
        }
        return new Input.Null(path);
    }

    RequestException unexpectedNull(Place place, ErrorPath path) {
        NamedType type = type(place);
        if (place.isList()) {
            return InputError.invalid("expected a list, but found null", path);
        }
        boolean anyJson =
                type instanceof ScalarType
                        && (place.isColumn() || !BuiltInScalar.isBuiltIn(type.name()));
        return anyJson
                ? InputError.unexpectedNull(type.name(), path)
                : wrongKind(place, "null", path);
    }

    Input enumName(EnumType type, String name, ErrorPath path) {
        EnumValue value = type.values().get(name);
        if (value == null) {
            throw InputError.unknownEnumValue(type.values().keySet(), type.name(), name, path);
        }
        return new Input.EnumName(value.key(), path);
    }

    /**
     * Checks a value that is not null against its scalar.
     *
     * @param found what the client gave, for the message
     */
    void checkScalar(Place place, JsonNode value, String found, ErrorPath path) {
        String scalar = place.typeName();
        BuiltInScalar.Verdict verdict = BuiltInScalar.judge(scalar, place.rule(), value);
        if (verdict == BuiltInScalar.Verdict.FITS) {
            return;
        }
        if (verdict == BuiltInScalar.Verdict.OUT_OF_RANGE) {
            throw InputError.outOfRange(scalar, value, path);
        }
        throw wrongKind(place, found, path);
    }

    RequestException wrongKind(Place place, String found, ErrorPath path) {
        NamedType type = type(place);
        String expected =
                type instanceof ScalarType
                        ? BuiltInScalar.expected(type.name(), place.rule())
                        : expected(type);
        return InputError.mismatch(expected, type.name(), found, path);
    }

    void checkRequired(Collection<InputValue> places, Collection<String> given, ErrorPath parent) {
        for (InputValue place : places) {
            if (place.isRequired() && !given.contains(place.name())) {
                throw InputError.missing(place.name(), parent.key(place.name()));
            }
        }
    }

    InputValue field(InputObjectType type, String name, ErrorPath path) {
        InputValue field = type.fields().get(name);
        if (field == null) {
            throw InputError.unknownField(new UnknownName.Field(type.name(), name), path);
        }
        return field;
    }

    private static String expected(NamedType type) {
        return type instanceof EnumType ? "an enum value" : "an object";
    }
}
