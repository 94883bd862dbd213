package org.fitmesh.graphql.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what was read on one line, so that tests can say what they expect. */
final class OperationPrinter {
    private OperationPrinter() {}

    static String print(Operation operation) {
        return operation.kind().name().toLowerCase(Locale.ROOT)
                + operation.name().map(name -> " " + name).orElse("")
                + " "
                + selections(operation.fields());
    }

    private static String selections(List<? extends Selection> selections) {
        return selections.stream()
                .map(OperationPrinter::selection)
                .collect(Collectors.joining(" ", "{", "}"));
    }

    private static String selection(Selection selection) {
        if (selection instanceof TypedSelection typed) {
            return "... on " + typed.typeCondition() + " " + selections(typed.selections());
        }
        SelectedField field = (SelectedField) selection;
        String alias = field.responseKey().equals(field.name()) ? "" : field.responseKey() + ": ";
        String arguments = field.arguments().isEmpty() ? "" : "(" + fields(field.arguments()) + ")";
        String below = field.selections().isEmpty() ? "" : " " + selections(field.selections());
        return alias + field.name() + arguments + below;
    }

    private static String fields(Map<String, Input> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + input(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String input(Input input) {
        if (input instanceof Input.Leaf leaf) {
            return source(leaf.source());
        }
        if (input instanceof Input.EnumName name) {
            return name.name();
        }
        if (input instanceof Input.ListInput list) {
            return list.elements().stream()
                    .map(OperationPrinter::input)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return input instanceof Input.ObjectInput object
                ? "{" + fields(object.fields()) + "}"
                : "null";
    }

    private static String source(ValueSource source) {
        if (source instanceof ValueSource.Constant constant) {
            return constant.value().toString();
        }
        if (source instanceof ValueSource.Variable variable) {
            String path =
                    variable.path().stream().map(key -> "." + key).collect(Collectors.joining());
            return "$" + variable.name() + path;
        }
        if (source instanceof ValueSource.ListOf list) {
            return list.elements().stream()
                    .map(OperationPrinter::source)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return ((ValueSource.ObjectOf) source)
                .fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + source(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
