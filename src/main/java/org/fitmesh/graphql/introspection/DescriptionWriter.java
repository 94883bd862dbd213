package org.fitmesh.graphql.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.VariableValues;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.IntrospectionTypes;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/**
 * Writes {@code __Schema}, {@code __Type} and what they contain (specification, section 4.2), each
 * list in the order of the names, as Hasura does.
 */
final class DescriptionWriter {
    // The lists that lead from a type to other types. Each more level multiplies the answer by
    // the size of the schema; graphql-js draws the same line.
    private static final Set<String> LISTS =
            Set.of("fields", "interfaces", "possibleTypes", "inputFields");
    private static final int MAX_NESTED_LISTS = 2;

    private final TypeSystem types;
    private final VariableValues variables;
    private final AnswerWriter out;
    private int nestedLists;

    DescriptionWriter(TypeSystem types, VariableValues variables, AnswerWriter out) {
        this.types = types;
        this.variables = variables;
        this.out = out;
    }

    void root(SelectedField field) throws IOException {
        if (field.definition().equals(IntrospectionTypes.SCHEMA)) {
            schema(field);
        } else {
            type(field, find(field));
        }
    }

    private Optional<NamedType> find(SelectedField field) {
        Input.Leaf name = (Input.Leaf) field.arguments().get("name");
        return IntrospectionTypes.find(types, variables.resolve(name.source()).textValue());
    }

    private void schema(SelectedField parent) throws IOException {
        out.object(
                parent,
                "__Schema",
                field -> {
                    switch (field.name()) {
                        case "types" -> out.list(all(), type -> namedType(field, type));
                        case "queryType" -> type(field, types.find(types.queryType()));
                        case "mutationType" ->
                                type(field, types.mutationType().flatMap(types::find));
                        case "subscriptionType" ->
                                type(field, types.subscriptionType().flatMap(types::find));
                        case "directives" ->
                                out.list(
                                        DirectiveDescription.ALL,
                                        directive -> directive(field, directive));
                        default -> out.nothing();
                    }
                });
    }

    private Collection<NamedType> all() {
        List<NamedType> all = new ArrayList<>(types.types().values());
        for (NamedType type : IntrospectionTypes.TYPES.values()) {
            if (!types.types().containsKey(type.name())) {
                all.add(type);
            }
        }
        all.sort(Comparator.comparing(NamedType::name));
        return all;
    }

    private void type(SelectedField parent, Optional<NamedType> type) throws IOException {
        if (type.isEmpty()) {
            out.nothing();
        } else {
            namedType(parent, type.get());
        }
    }

    private void type(SelectedField parent, TypeReference reference) throws IOException {
        if (reference instanceof TypeReference.NonNull nonNull) {
            wrapper(parent, "NON_NULL", nonNull.nullable());
        } else if (reference instanceof TypeReference.ListOf list) {
            wrapper(parent, "LIST", list.element());
        } else {
            type(parent, IntrospectionTypes.find(types, reference.baseName()));
        }
    }

    private void wrapper(SelectedField parent, String kind, TypeReference inner)
            throws IOException {
        out.object(
                parent,
                "__Type",
                field -> {
                    switch (field.name()) {
                        case "kind" -> out.text(kind);
                        case "ofType" -> type(field, inner);
                        default -> out.nothing();
                    }
                });
    }

    private void namedType(SelectedField parent, NamedType type) throws IOException {
        out.object(
                parent,
                "__Type",
                field -> {
                    switch (field.name()) {
                        case "kind" -> out.text(kind(type));
                        case "name" -> out.text(type.name());
                        case "description" -> out.text(type.description());
                        case "enumValues" -> enumValues(field, type);
                        case "isOneOf" -> isOneOf(type);
                        default -> lists(field, type);
                    }
                });
    }

    private void lists(SelectedField field, NamedType type) throws IOException {
        if (!LISTS.contains(field.name())) {
            out.nothing();
            return;
        }
        if (nestedLists == MAX_NESTED_LISTS) {
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED,
                    "maximum introspection depth exceeded",
                    field.path());
        }
        nestedLists++;
        switch (field.name()) {
            case "fields" -> fields(field, type);
            case "interfaces" -> interfaces(field, type);
            case "possibleTypes" -> possibleTypes(field, type);
            default -> inputFields(field, type);
        }
        nestedLists--;
    }

    private void fields(SelectedField field, NamedType type) throws IOException {
        if (!(type instanceof ObjectType) && !(type instanceof InterfaceType)) {
            out.nothing();
            return;
        }
        Map<String, FieldDefinition> definitions =
                type instanceof ObjectType object
                        ? object.fields()
                        : ((InterfaceType) type).fields();
        boolean withDeprecated = includesDeprecated(field);
        List<FieldDefinition> shown =
                definitions.values().stream()
                        .filter(f -> withDeprecated || f.deprecation().isEmpty())
                        .sorted(Comparator.comparing(FieldDefinition::name))
                        .toList();
        out.list(shown, definition -> field(field, definition));
    }

    private void interfaces(SelectedField field, NamedType type) throws IOException {
        if (type instanceof ObjectType object) {
            named(field, object.interfaces());
        } else if (type instanceof InterfaceType) {
            named(field, Set.of());
        } else {
            out.nothing();
        }
    }

    private void possibleTypes(SelectedField field, NamedType type) throws IOException {
        if (type instanceof InterfaceType interfaceType) {
            named(field, interfaceType.possibleTypes());
        } else if (type instanceof UnionType union) {
            named(field, union.possibleTypes());
        } else {
            out.nothing();
        }
    }

    private void named(SelectedField field, Collection<String> names) throws IOException {
        out.list(names.stream().sorted().toList(), name -> namedType(field, types.get(name)));
    }

    private void inputFields(SelectedField field, NamedType type) throws IOException {
        if (type instanceof InputObjectType object) {
            inputValues(field, object.fields().values());
        } else {
            out.nothing();
        }
    }

    private void inputValues(SelectedField field, Collection<InputValue> values)
            throws IOException {
        List<InputValue> shown =
                values.stream().sorted(Comparator.comparing(InputValue::name)).toList();
        out.list(shown, value -> inputValue(field, value));
    }

    private void enumValues(SelectedField field, NamedType type) throws IOException {
        if (!(type instanceof EnumType enumType)) {
            out.nothing();
            return;
        }
        boolean withDeprecated = includesDeprecated(field);
        List<EnumValue> shown =
                enumType.values().values().stream()
                        .filter(v -> withDeprecated || v.deprecation().isEmpty())
                        .sorted(Comparator.comparing(EnumValue::name))
                        .toList();
        out.list(shown, value -> enumValue(field, value));
    }

    private void isOneOf(NamedType type) throws IOException {
        if (type instanceof InputObjectType) {
            out.flag(false);
        } else {
            out.nothing();
        }
    }

    private void field(SelectedField parent, FieldDefinition definition) throws IOException {
        out.object(
                parent,
                "__Field",
                field -> {
                    switch (field.name()) {
                        case "name" -> out.text(definition.name());
                        case "description" -> out.text(definition.description());
                        case "args" -> inputValues(field, definition.arguments().values());
                        case "type" -> type(field, definition.type());
                        case "isDeprecated" -> out.flag(definition.deprecation().isPresent());
                        default -> out.text(definition.deprecation());
                    }
                });
    }

    private void inputValue(SelectedField parent, InputValue value) throws IOException {
        out.object(
                parent,
                "__InputValue",
                field -> {
                    switch (field.name()) {
                        case "name" -> out.text(value.name());
                        case "description" -> out.text(value.description());
                        case "type" -> type(field, value.type());
                        case "defaultValue" -> out.text(value.defaultValue());
                        case "isDeprecated" -> out.flag(false);
                        default -> out.nothing();
                    }
                });
    }

    private void enumValue(SelectedField parent, EnumValue value) throws IOException {
        out.object(
                parent,
                "__EnumValue",
                field -> {
                    switch (field.name()) {
                        case "name" -> out.text(value.name());
                        case "description" -> out.text(value.description());
                        case "isDeprecated" -> out.flag(value.deprecation().isPresent());
                        default -> out.text(value.deprecation());
                    }
                });
    }

    private void directive(SelectedField parent, DirectiveDescription directive)
            throws IOException {
        out.object(
                parent,
                "__Directive",
                field -> {
                    switch (field.name()) {
                        case "name" -> out.text(directive.name());
                        case "description" -> out.text(directive.description());
                        case "isRepeatable" -> out.flag(false);
                        case "locations" -> out.texts(directive.locations());
                        default -> inputValues(field, directive.arguments());
                    }
                });
    }

    private boolean includesDeprecated(SelectedField field) {
        return field.arguments().get("includeDeprecated") instanceof Input.Leaf flag
                && isTrue(variables.resolve(flag.source()));
    }

    private static boolean isTrue(JsonNode value) {
        return value.booleanValue();
    }

    private static String kind(NamedType type) {
        if (type instanceof ScalarType) {
            return "SCALAR";
        }
        if (type instanceof EnumType) {
            return "ENUM";
        }
        if (type instanceof InputObjectType) {
            return "INPUT_OBJECT";
        }
        if (type instanceof InterfaceType) {
            return "INTERFACE";
        }
        return type instanceof UnionType ? "UNION" : "OBJECT";
    }
}
