package org.fitmesh.graphql.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that describe a schema, part of every schema (specification, section 4.2). */
public final class IntrospectionTypes {
    /** {@code __typename}, a field of every object, interface and union. */
    public static final FieldDefinition TYPENAME =
            FieldDefinition.of("__typename", TypeReference.nonNull("String"));

    /** {@code __schema}, a field of the query root. */
    public static final FieldDefinition SCHEMA =
            FieldDefinition.of("__schema", TypeReference.nonNull("__Schema"));

    /** {@code __type(name:)}, a field of the query root. */
    public static final FieldDefinition TYPE =
            FieldDefinition.of("__type", TypeReference.named("__Type"))
                    .withArguments(
                            Map.of("name", InputValue.of("name", TypeReference.nonNull("String"))));

    /** The types by name, with the two scalars that they need. */
    public static final Map<String, NamedType> TYPES = types();

    private IntrospectionTypes() {}

    /** A type of the schema, or one of those that describe it. */
    public static Optional<NamedType> find(TypeSystem types, String name) {
        NamedType own = types.types().get(name);
        return Optional.ofNullable(own == null ? TYPES.get(name) : own);
    }

    private static Map<String, NamedType> types() {
        List<NamedType> all =
                List.of(
                        new ScalarType("String", Optional.empty()),
                        new ScalarType("Boolean", Optional.empty()),
                        schemaType(),
                        typeType(),
                        typeKind(),
                        fieldType(),
                        inputValueType(),
                        enumValueType(),
                        directiveType(),
                        directiveLocation());
        Map<String, NamedType> byName = new LinkedHashMap<>();
        all.forEach(type -> byName.put(type.name(), type));
        return Collections.unmodifiableMap(byName);
    }

    private static NamedType schemaType() {
        return object(
                "__Schema",
                text("description"),
                FieldDefinition.of("types", TypeReference.nonNullListOf("__Type")),
                FieldDefinition.of("queryType", TypeReference.nonNull("__Type")),
                FieldDefinition.of("mutationType", TypeReference.named("__Type")),
                FieldDefinition.of("subscriptionType", TypeReference.named("__Type")),
                FieldDefinition.of("directives", TypeReference.nonNullListOf("__Directive")));
    }

    private static NamedType typeType() {
        return object(
                "__Type",
                FieldDefinition.of("kind", TypeReference.nonNull("__TypeKind")),
                text("name"),
                text("description"),
                text("specifiedByURL"),
                withDeprecated("fields", TypeReference.listOf("__Field")),
                FieldDefinition.of("interfaces", TypeReference.listOf("__Type")),
                FieldDefinition.of("possibleTypes", TypeReference.listOf("__Type")),
                withDeprecated("enumValues", TypeReference.listOf("__EnumValue")),
                withDeprecated("inputFields", TypeReference.listOf("__InputValue")),
                FieldDefinition.of("ofType", TypeReference.named("__Type")),
                FieldDefinition.of("isOneOf", TypeReference.named("Boolean")));
    }

    private static NamedType fieldType() {
        return object(
                "__Field",
                name(),
                text("description"),
                withDeprecated("args", TypeReference.nonNullListOf("__InputValue")),
                FieldDefinition.of("type", TypeReference.nonNull("__Type")),
                flag("isDeprecated"),
                text("deprecationReason"));
    }

    private static NamedType inputValueType() {
        return object(
                "__InputValue",
                name(),
                text("description"),
                FieldDefinition.of("type", TypeReference.nonNull("__Type")),
                text("defaultValue"),
                flag("isDeprecated"),
                text("deprecationReason"));
    }

    private static NamedType enumValueType() {
        return object(
                "__EnumValue",
                name(),
                text("description"),
                flag("isDeprecated"),
                text("deprecationReason"));
    }

    private static NamedType directiveType() {
        return object(
                "__Directive",
                name(),
                text("description"),
                flag("isRepeatable"),
                FieldDefinition.of("locations", TypeReference.nonNullListOf("__DirectiveLocation")),
                withDeprecated("args", TypeReference.nonNullListOf("__InputValue")));
    }

    private static NamedType typeKind() {
        return enumeration(
                "__TypeKind",
                "SCALAR",
                "OBJECT",
                "INTERFACE",
                "UNION",
                "ENUM",
                "INPUT_OBJECT",
                "LIST",
                "NON_NULL");
    }

    private static NamedType directiveLocation() {
        return enumeration(
                "__DirectiveLocation",
                "QUERY",
                "MUTATION",
                "SUBSCRIPTION",
                "FIELD",
                "FRAGMENT_DEFINITION",
                "FRAGMENT_SPREAD",
                "INLINE_FRAGMENT",
                "VARIABLE_DEFINITION",
                "SCHEMA",
                "SCALAR",
                "OBJECT",
                "FIELD_DEFINITION",
                "ARGUMENT_DEFINITION",
                "INTERFACE",
                "UNION",
                "ENUM",
                "ENUM_VALUE",
                "INPUT_OBJECT",
                "INPUT_FIELD_DEFINITION");
    }

    private static NamedType object(String name, FieldDefinition... fields) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        for (FieldDefinition field : fields) {
            byName.put(field.name(), field);
        }
        return new ObjectType(
                name, Optional.empty(), Collections.unmodifiableMap(byName), Set.of());
    }

    private static NamedType enumeration(String name, String... values) {
        Map<String, EnumValue> byName = new LinkedHashMap<>();
        for (String value : values) {
            byName.put(value, new EnumValue(value, Optional.empty(), Optional.empty()));
        }
        return new EnumType(name, Optional.empty(), Collections.unmodifiableMap(byName));
    }

    private static FieldDefinition name() {
        return FieldDefinition.of("name", TypeReference.nonNull("String"));
    }

    private static FieldDefinition text(String name) {
        return FieldDefinition.of(name, TypeReference.named("String"));
    }

    private static FieldDefinition flag(String name) {
        return FieldDefinition.of(name, TypeReference.nonNull("Boolean"));
    }

    private static FieldDefinition withDeprecated(String name, TypeReference type) {
        InputValue argument =
                new InputValue(
                        "includeDeprecated",
                        Optional.empty(),
                        TypeReference.named("Boolean"),
                        Optional.of("false"));
        return FieldDefinition.of(name, type).withArguments(Map.of(argument.name(), argument));
    }
}
