package org.fitmesh.dev.hygraph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code WorkoutWhereInput} and {@code WorkoutWhereUniqueInput} as predicates. */
final class WorkoutFilter {

    private static final List<String> OPERATORS =
            List.of(
                    "not_in",
                    "not_contains",
                    "not_starts_with",
                    "not_ends_with",
                    "not",
                    "in",
                    "lte",
                    "lt",
                    "gte",
                    "gt",
                    "contains",
                    "starts_with",
                    "ends_with");

    private WorkoutFilter() {}

    /** All conditions hold; an empty or missing input is always true. */
    static Predicate<Workout> where(Map<String, Object> input) {
        if (input == null) return workout -> true;
        return input.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .reduce(workout -> true, Predicate::and);
    }

    /**
     * Exactly the one entry.
     *
     * @throws IllegalArgumentException when neither id nor slug is given
     */
    static Predicate<Workout> unique(Map<String, Object> input) {
        if (input.values().stream().allMatch(Objects::isNull)) {
            throw new IllegalArgumentException("where needs one of id, slug");
        }
        return where(input);
    }

    /** The order of a {@code WorkoutOrderByInput} value such as {@code popularity_DESC}. */
    static Comparator<Workout> order(String orderBy) {
        int cut = orderBy.lastIndexOf('_');
        String field = orderBy.substring(0, cut);
        Comparator<Workout> ascending =
                (left, right) -> compare(left.field(field), right.field(field));
        return orderBy.endsWith("_DESC") ? ascending.reversed() : ascending;
    }

    private static Predicate<Workout> condition(String name, Object value) {
        if (name.equals("AND")) return each(value).reduce(workout -> true, Predicate::and);
        if (name.equals("OR")) return each(value).reduce(workout -> false, Predicate::or);
        if (name.equals("NOT")) return each(value).reduce(w -> true, Predicate::and).negate();
        if (name.equals("_search")) return workout -> found(workout, (String) value);
        for (String operator : OPERATORS) {
            if (!name.endsWith("_" + operator)) continue;
            String field = name.substring(0, name.length() - operator.length() - 1);
            return workout -> holds(operator, workout.field(field), value);
        }
        return workout -> Objects.equals(workout.field(name), value);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Predicate<Workout>> each(Object inputs) {
        return ((List<Map<String, Object>>) inputs).stream().map(WorkoutFilter::where);
    }

    private static boolean holds(String operator, Comparable<?> field, Object value) {
        if (operator.equals("not")) return !Objects.equals(field, value);
        if (operator.startsWith("not_")) return !holds(operator.substring(4), field, value);
        if (operator.equals("in")) return ((Collection<?>) value).contains(field);
        if (field == null || value == null) return false;
        return switch (operator) {
            case "lt" -> compare(field, (Comparable<?>) value) < 0;
            case "lte" -> compare(field, (Comparable<?>) value) <= 0;
            case "gt" -> compare(field, (Comparable<?>) value) > 0;
            case "gte" -> compare(field, (Comparable<?>) value) >= 0;
            case "contains" -> lower(field).contains(lower(value));
            case "starts_with" -> lower(field).startsWith(lower(value));
            case "ends_with" -> lower(field).endsWith(lower(value));
            default -> throw new IllegalArgumentException("no such operator: " + operator);
        };
    }

    private static boolean found(Workout workout, String text) {
        return lower(workout.title()).contains(lower(text))
                || lower(workout.description()).contains(lower(text));
    }

    private static String lower(Object value) {
        return Objects.toString(value, "").toLowerCase(Locale.ROOT);
    }

    /** Null is the largest, as in PostgreSQL. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> left, Comparable<?> right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }
}
