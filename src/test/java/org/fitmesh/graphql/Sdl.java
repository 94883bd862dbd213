package org.fitmesh.graphql;

import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputRule;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;

/** A type system from the schema language, for tests. */
public final class Sdl {
    private final TypeDefinitionRegistry registry;

    private Sdl(String text) {
        this.registry = new SchemaParser().parse(text);
    }

    /** The schema that the tests of this package share. */
    public static TypeSystem schema() {
        return read(text());
    }

    public static String text() {
        try (InputStream in = Sdl.class.getResourceAsStream("schema.graphql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TypeSystem read(String text) {
        return new Sdl(text).read();
    }

    private TypeSystem read() {
        Map<String, NamedType> types = new LinkedHashMap<>();
        for (String scalar : List.of("Int", "Float", "String", "Boolean", "ID")) {
            types.put(scalar, new ScalarType(scalar, Optional.empty()));
        }
        registry.types().values().forEach(type -> types.put(type.getName(), type(type)));
        registry.scalars()
                .keySet()
                .forEach(name -> types.putIfAbsent(name, new ScalarType(name, Optional.empty())));
        return new TypeSystem(
                types, root("query").orElseThrow(), root("mutation"), root("subscription"));
    }

    private Optional<String> root(String kind) {
        return registry.schemaDefinition().orElseThrow().getOperationTypeDefinitions().stream()
                .filter(operation -> operation.getName().equals(kind))
                .map(OperationTypeDefinition::getTypeName)
                .map(TypeName::getName)
                .findFirst();
    }

    private NamedType type(TypeDefinition<?> type) {
        String name = type.getName();
        if (type instanceof ObjectTypeDefinition object) {
            Set<String> interfaces = names(object.getImplements());
            return new ObjectType(
                    name,
                    description(object.getDescription()),
                    fields(object.getFieldDefinitions()),
                    interfaces);
        }
        if (type instanceof InterfaceTypeDefinition definition) {
            return new InterfaceType(
                    name,
                    description(definition.getDescription()),
                    fields(definition.getFieldDefinitions()),
                    names(new ArrayList<>(implementers(name))));
        }
        if (type instanceof UnionTypeDefinition union) {
            return new UnionType(
                    name, description(union.getDescription()), names(union.getMemberTypes()));
        }
        if (type instanceof EnumTypeDefinition definition) {
            return enumType(definition);
        }
        InputObjectTypeDefinition input = (InputObjectTypeDefinition) type;
        return new InputObjectType(
                name,
                description(input.getDescription()),
                inputs(input.getInputValueDefinitions()));
    }

    private List<TypeName> implementers(String name) {
        return registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(object -> names(object.getImplements()).contains(name))
                .map(object -> new TypeName(object.getName()))
                .toList();
    }

    private static NamedType enumType(EnumTypeDefinition definition) {
        Map<String, EnumValue> values = new LinkedHashMap<>();
        definition
                .getEnumValueDefinitions()
                .forEach(
                        value ->
                                values.put(
                                        value.getName(),
                                        new EnumValue(
                                                value.getName(),
                                                description(value.getDescription()),
                                                deprecation(value))));
        return new EnumType(definition.getName(), description(definition.getDescription()), values);
    }

    private static Map<String, FieldDefinition> fields(
            List<graphql.language.FieldDefinition> definitions) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        definitions.forEach(
                field ->
                        fields.put(
                                field.getName(),
                                new FieldDefinition(
                                        field.getName(),
                                        description(field.getDescription()),
                                        inputs(field.getInputValueDefinitions()),
                                        reference(field.getType()),
                                        deprecation(field))));
        return fields;
    }

    private static Map<String, InputValue> inputs(List<InputValueDefinition> definitions) {
        Map<String, InputValue> inputs = new LinkedHashMap<>();
        definitions.forEach(
                input ->
                        inputs.put(
                                input.getName(),
                                new InputValue(
                                                input.getName(),
                                                description(input.getDescription()),
                                                reference(input.getType()),
                                                Optional.ofNullable(input.getDefaultValue())
                                                        .map(AstPrinter::printAst))
                                        .accepting(rule(input))));
        return inputs;
    }

    private static InputRule rule(InputValueDefinition input) {
        if (!input.getDirectives("long").isEmpty()) {
            return InputRule.INT64;
        }
        if (!input.getDirectives("column").isEmpty()) {
            return InputRule.COLUMN;
        }
        if (!input.getDirectives("columnList").isEmpty()) {
            return InputRule.COLUMN_LIST;
        }
        return input.getDirectives("nonNegative").isEmpty()
                ? InputRule.SPECIFICATION
                : InputRule.NON_NEGATIVE;
    }

    private static TypeReference reference(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return new TypeReference.NonNull(reference(nonNull.getType()));
        }
        return type instanceof ListType list
                ? new TypeReference.ListOf(reference(list.getType()))
                : new TypeReference.Named(((TypeName) type).getName());
    }

    @SuppressWarnings("rawtypes") // graphql-java gives raw types
    private static Set<String> names(List<? extends Type> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.add(((TypeName) type).getName()));
        return names;
    }

    private static Optional<String> description(graphql.language.Description description) {
        return Optional.ofNullable(description).map(graphql.language.Description::getContent);
    }

    private static Optional<String> deprecation(DirectivesContainer<?> node) {
        return node.getDirectives("deprecated").stream()
                .map(directive -> directive.getArgument("reason").getValue())
                .map(reason -> ((StringValue) reason).getValue())
                .findFirst();
    }
}
