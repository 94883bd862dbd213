package org.fitmesh.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;

/** Writes the parts of a type as lines: {@code name(arguments): type # description}. */
final class TypeText {
    private TypeText() {}

    static List<String> lines(NamedType type) {
        List<String> lines = new ArrayList<>();
        if (type instanceof ObjectType object) {
            object.fields().values().forEach(f -> lines.add(field(f)));
        } else if (type instanceof InputObjectType input) {
            input.fields().values().forEach(f -> lines.add(value(f)));
        } else if (type instanceof EnumType enumeration) {
            enumeration
                    .values()
                    .values()
                    .forEach(v -> lines.add(v.name() + comment(v.description())));
        }
        return lines;
    }

    private static String field(FieldDefinition field) {
        Collection<InputValue> arguments = field.arguments().values();
        String list =
                arguments.isEmpty()
                        ? ""
                        : arguments.stream()
                                .map(TypeText::value)
                                .collect(Collectors.joining(", ", "(", ")"));
        return field.name() + list + ": " + field.type() + comment(field.description());
    }

    private static String value(InputValue value) {
        String fallback = value.defaultValue().map(d -> " = " + d).orElse("");
        return value.name() + ": " + value.type() + fallback;
    }

    private static String comment(Optional<String> description) {
        return description.map(d -> "  # " + d).orElse("");
    }
}
