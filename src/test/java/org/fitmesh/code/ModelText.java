package org.fitmesh.code;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.UnionType;

/** A {@link CodeModel} as a text like GraphQL's schema language, for golden files. */
final class ModelText {
    private ModelText() {}

    static String of(CodeModel model) {
        StringJoiner text = new StringJoiner("\n\n", "", "\n");
        text.add("query " + fields(model.queries(), ModelText::field));
        text.add("mutation " + fields(model.mutations(), ModelText::field));
        model.entities().values().forEach(entity -> text.add(entity(entity)));
        model.types().values().forEach(type -> text.add(type(type)));
        model.inconsistencies().forEach(i -> text.add("# " + i.name() + ": " + i.reason()));
        return text.toString();
    }

    private static String entity(CodeEntity entity) {
        return "entity %s of %s%s from %s %s"
                .formatted(
                        entity.type(),
                        entity.table(),
                        entity.keyColumns(),
                        entity.sourceRoot(),
                        fields(entity.sources(), ModelText::field));
    }

    private static String type(NamedType type) {
        String head = description(type.description(), "");
        if (type instanceof ScalarType) {
            return head + "scalar " + type.name();
        }
        if (type instanceof EnumType of) {
            return head
                    + "enum "
                    + of.name()
                    + fields(of.values(), v -> v.name() + deprecated(v.deprecation()));
        }
        if (type instanceof InputObjectType of) {
            return head + "input " + of.name() + fields(of.fields(), ModelText::input);
        }
        if (type instanceof ObjectType of) {
            return head
                    + "type "
                    + of.name()
                    + (of.interfaces().isEmpty() ? "" : " implements " + of.interfaces())
                    + fields(of.fields(), ModelText::definition);
        }
        if (type instanceof InterfaceType of) {
            return head
                    + "interface "
                    + of.name()
                    + new TreeSet<>(of.possibleTypes())
                    + fields(of.fields(), ModelText::definition);
        }
        return head + "union " + type.name() + " = " + ((UnionType) type).possibleTypes();
    }

    private static String field(CodeField field) {
        CodeAccess access = field.access();
        String who =
                access.everybody() ? "everybody" : String.join(", ", new TreeSet<>(access.roles()));
        return definition(field.definition())
                + " # "
                + (who.isEmpty() ? "admin" : who)
                + ": "
                + field.origin();
    }

    private static String definition(FieldDefinition field) {
        String arguments =
                field.arguments().values().stream()
                        .map(ModelText::input)
                        .collect(Collectors.joining(", "));
        return description(field.description(), "  ")
                + field.name()
                + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + ": "
                + field.type()
                + deprecated(field.deprecation());
    }

    private static String input(InputValue input) {
        return description(input.description(), "  ")
                + input.name()
                + ": "
                + input.type()
                + input.defaultValue().map(v -> " = " + v).orElse("");
    }

    private static String deprecated(Optional<String> reason) {
        return reason.map(r -> " @deprecated(" + r + ")").orElse("");
    }

    private static String description(Optional<String> text, String indent) {
        return text.map(t -> "\"" + t + "\"" + (indent.isEmpty() ? "\n" : " ")).orElse("");
    }

    private static <T> String fields(Map<String, T> fields, Function<T, String> shown) {
        return new TreeMap<>(fields)
                .values().stream()
                        .map(field -> "  " + shown.apply(field) + "\n")
                        .collect(Collectors.joining("", " {\n", "}"));
    }
}
