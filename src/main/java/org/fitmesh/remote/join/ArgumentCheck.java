package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;

/** Does what a relationship gives to an argument fit the argument's type? */
record ArgumentCheck(TypeSystem types, List<String> joinColumns, Map<String, String> columnTypes) {
    private static final Set<String> INTEGERS = Set.of("Int", "smallint", "bigint");
    private static final Set<String> FRACTIONS = Set.of("Float", "float8", "numeric");
    private static final Set<String> OPEN = Set.of("json", "jsonb");

    /** What does not fit, as a clause that names the place. */
    Optional<String> problem(String place, JsonNode given, TypeReference type) {
        if (ArgumentTemplate.isColumn(given)) {
            return columnProblem(place, ArgumentTemplate.column(given), type);
        }
        if (given.isNull()) {
            return type.isNonNull()
                    ? Optional.of(place + " has the type " + type + " and cannot be null")
                    : Optional.empty();
        }
        if (type.withoutNonNull() instanceof TypeReference.ListOf list) {
            Iterable<JsonNode> elements = given.isArray() ? given : List.of(given);
            return firstProblem(place, elements, list.element());
        }
        NamedType named = types.get(type.baseName());
        if (named instanceof InputObjectType input) {
            return objectProblem(place, given, input);
        }
        return leafFits(given, named)
                ? Optional.empty()
                : Optional.of(place + " has the type " + type + " and cannot be " + given);
    }

    private Optional<String> firstProblem(
            String place, Iterable<JsonNode> elements, TypeReference type) {
        for (JsonNode element : elements) {
            Optional<String> problem = problem(place, element, type);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objectProblem(String place, JsonNode given, InputObjectType input) {
        if (!given.isObject()) {
            return Optional.of(place + " has the type " + input.name() + " and must be an object");
        }
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            InputValue field = input.fields().get(entry.getKey());
            String inner = place + "." + entry.getKey();
            Optional<String> problem =
                    field == null
                            ? Optional.of(input.name() + " has no field \"" + entry.getKey() + "\"")
                            : problem(inner, entry.getValue(), field.type());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> columnProblem(String place, String column, TypeReference type) {
        if (!joinColumns.contains(column)) {
            return Optional.of(place + " uses the column \"" + column + "\", not in lhs_fields");
        }
        String columnType = columnTypes.get(column);
        return columnFits(columnType, types.get(type.baseName()))
                ? Optional.empty()
                : Optional.of(
                        place
                                + " has the type "
                                + type
                                + ", which does not take the column \""
                                + column
                                + "\" of type "
                                + columnType);
    }

    private static boolean columnFits(String column, NamedType wanted) {
        boolean integer = INTEGERS.contains(column);
        boolean number = integer || FRACTIONS.contains(column);
        // All else (uuid, dates, enums, …) is a string in JSON.
        boolean text = !number && !column.equals("Boolean") && !OPEN.contains(column);
        if (wanted instanceof InputObjectType) {
            return OPEN.contains(column);
        }
        if (wanted instanceof EnumType) {
            return text;
        }
        return switch (wanted.name()) {
            case "ID" -> text || integer;
            case "String" -> text;
            case "Int" -> integer;
            case "Float" -> number;
            case "Boolean" -> column.equals("Boolean");
            default -> true;
        };
    }

    private static boolean leafFits(JsonNode given, NamedType wanted) {
        if (wanted instanceof EnumType choice) {
            return given.isTextual() && choice.values().containsKey(given.textValue());
        }
        return switch (wanted.name()) {
            case "ID" -> given.isTextual() || given.isIntegralNumber();
            case "String" -> given.isTextual();
            case "Int" -> given.isIntegralNumber();
            case "Float" -> given.isNumber();
            case "Boolean" -> given.isBoolean();
            default -> true;
        };
    }
}
