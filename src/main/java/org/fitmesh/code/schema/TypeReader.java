package org.fitmesh.code.schema;

import graphql.GraphQLContext;
import graphql.execution.ValuesResolver;
import graphql.language.AstPrinter;
import graphql.language.Node;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import graphql.schema.InputValueWithState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.EnumValue;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.UnionType;

/** graphql-java's types as ours. */
final class TypeReader {
    private static final String DEPRECATED = "deprecated";

    /** The default value of the specification (section 3.13.3). */
    private static final String NO_REASON = "No longer supported";

    private static final String ISO = "ISO-8601";

    private final GraphQLSchema schema;
    private final TypeReferences references;
    private final Map<String, EntityKey> leaves;

    TypeReader(GraphQLSchema schema, Map<String, EntityKey> leaves) {
        this.schema = schema;
        this.leaves = leaves;
        this.references = new TypeReferences(leaves);
    }

    NamedType type(GraphQLNamedType type) {
        if (type instanceof GraphQLEnumType of) {
            return new EnumType(
                    of.getName(), text(of), named(of.getValues(), v -> v.getName(), this::value));
        }
        if (type instanceof GraphQLInputObjectType of) {
            return new InputObjectType(
                    of.getName(), text(of), named(of.getFields(), f -> f.getName(), this::input));
        }
        if (type instanceof GraphQLObjectType of) {
            return new ObjectType(
                    of.getName(), text(of), fields(of.getFields()), names(of.getInterfaces()));
        }
        if (type instanceof GraphQLInterfaceType of) {
            return new InterfaceType(
                    of.getName(),
                    text(of),
                    fields(of.getFields()),
                    names(schema.getImplementations(of)));
        }
        if (type instanceof GraphQLUnionType of) {
            return new UnionType(of.getName(), text(of), names(of.getTypes()));
        }
        EntityKey entity = leaves.get(type.getName());
        return entity == null
                ? new ScalarType(type.getName(), text((GraphQLScalarType) type))
                : new ScalarType(entity.type().getName(), Optional.empty());
    }

    FieldDefinition field(GraphQLFieldDefinition field) {
        return new FieldDefinition(
                field.getName(),
                description(field.getDescription()),
                named(field.getArguments(), a -> a.getName(), this::argument),
                references.output(field.getType()),
                deprecation(field, field.getDeprecationReason()));
    }

    private Map<String, FieldDefinition> fields(List<GraphQLFieldDefinition> fields) {
        return named(fields, f -> f.getName(), this::field);
    }

    private InputValue argument(GraphQLArgument argument) {
        return new InputValue(
                argument.getName(),
                description(argument.getDescription()),
                references.input(argument.getType()),
                defaultValue(argument.getArgumentDefaultValue(), argument.getType()));
    }

    private InputValue input(GraphQLInputObjectField field) {
        return new InputValue(
                field.getName(),
                description(field.getDescription()),
                references.input(field.getType()),
                defaultValue(field.getInputFieldDefaultValue(), field.getType()));
    }

    private static Optional<String> defaultValue(InputValueWithState value, GraphQLType type) {
        if (value.isNotSet()) {
            return Optional.empty();
        }
        Node<?> literal =
                ValuesResolver.valueToLiteral(
                        value, type, GraphQLContext.getDefault(), Locale.ROOT);
        return Optional.of(AstPrinter.printAstCompact(literal));
    }

    private EnumValue value(GraphQLEnumValueDefinition value) {
        return new EnumValue(
                value.getName(),
                Optional.ofNullable(value.getDescription()),
                deprecation(value, value.getDeprecationReason()));
    }

    /** SmallRye says it with a directive, which graphql-java does not take for a deprecation. */
    @SuppressWarnings("deprecation")
    private static Optional<String> deprecation(GraphQLDirectiveContainer place, String reason) {
        if (reason != null) {
            return Optional.of(reason);
        }
        return place.getDirectives().stream()
                .filter(directive -> directive.getName().equals(DEPRECATED))
                .map(directive -> directive.getArgument("reason").getArgumentValue().getValue())
                .map(given -> given instanceof String text && !text.isBlank() ? text : NO_REASON)
                .findFirst();
    }

    /** SmallRye adds the format of a date; ours are named by their scalars. */
    private static Optional<String> description(String text) {
        if (text == null || text.equals(ISO)) {
            return Optional.empty();
        }
        String suffix = " (" + ISO + ")";
        return Optional.of(
                text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    /** SmallRye describes scalars as scalars. */
    private static Optional<String> text(GraphQLNamedType type) {
        Optional<String> description = Optional.ofNullable(type.getDescription());
        return type instanceof GraphQLScalarType ? Optional.empty() : description;
    }

    private static Set<String> names(List<? extends GraphQLNamedType> types) {
        Set<String> names = new LinkedHashSet<>();
        types.stream().map(GraphQLNamedType::getName).sorted().forEach(names::add);
        return Collections.unmodifiableSet(names);
    }

    private static <A, B> Map<String, B> named(
            List<A> list, Function<A, String> name, Function<A, B> read) {
        Map<String, B> map = new LinkedHashMap<>();
        list.forEach(element -> map.put(name.apply(element), read.apply(element)));
        return Collections.unmodifiableMap(map);
    }

    /** {@link TypeReference}s, with the names of entities in place of their scalars. */
    private record TypeReferences(Map<String, EntityKey> leaves) {

        TypeReference input(GraphQLType type) {
            return TypeWrappers.of(type, TypeReference::named);
        }

        TypeReference output(GraphQLType type) {
            EntityKey entity = leaves.get(TypeWrappers.name(type));
            if (entity == null) {
                return input(type);
            }
            TypeReference named = TypeReference.named(entity.type().getName());
            return TypeWrappers.ofEntity(type, named);
        }
    }
}
