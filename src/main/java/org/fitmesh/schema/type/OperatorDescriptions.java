package org.fitmesh.schema.type;

import java.util.Optional;
import org.fitmesh.schema.table.ComparisonOperator;

/** What introspection says of the operators of comparisons; most speak for themselves. */
final class OperatorDescriptions {
    private OperatorDescriptions() {}

    /**
     * The description of an operator, in Hasura's words.
     *
     * @param array whether it compares arrays; jsonb has some operators of the same names
     */
    static Optional<String> of(ComparisonOperator operator, boolean array) {
        return Optional.ofNullable(
                switch (operator) {
                    case EQ, NEQ, GT, LT, GTE, LTE, IN, NIN, IS_NULL -> null;
                    case CONTAINS ->
                            array
                                    ? "does the array contain the given value"
                                    : "does the column contain the given json value at the top level";
                    case CONTAINED_IN ->
                            array
                                    ? "is the array contained in the given array value"
                                    : "is the column contained in the given json value";
                    case HAS_KEY -> "does the string exist as a top-level key in the column";
                    case HAS_KEYS_ANY ->
                            "do any of these strings exist as top-level keys in the column";
                    case HAS_KEYS_ALL ->
                            "do all of these strings exist as top-level keys in the column";
                    case JSONB_PATH_EXISTS ->
                            "does the jsonpath return any item for the specified JSON value";
                    case JSONB_PATH_MATCH ->
                            "does the jsonpath predicate check return true for the specified JSON"
                                    + " value";
                    case ANCESTOR -> "is the left argument an ancestor of right (or equal)?";
                    case ANCESTOR_ANY -> "does array contain an ancestor of `ltree`?";
                    case DESCENDANT -> "is the left argument a descendant of right (or equal)?";
                    case DESCENDANT_ANY -> "does array contain a descendant of `ltree`?";
                    case MATCHES -> "does `ltree` match `lquery`?";
                    case MATCHES_ANY -> "does `ltree` match any `lquery` in array?";
                    case MATCHES_FULLTEXT -> "does `ltree` match `ltxtquery`?";
                    default -> pattern(operator);
                });
    }

    private static String pattern(ComparisonOperator operator) {
        boolean negated = operator.graphqlName().startsWith("_n");
        String what =
                switch (operator) {
                    case LIKE, NLIKE -> "given pattern";
                    case ILIKE, NILIKE -> "given case-insensitive pattern";
                    case SIMILAR, NSIMILAR -> "given SQL regular expression";
                    case REGEX, NREGEX -> "given POSIX regular expression, case sensitive";
                    default -> "given POSIX regular expression, case insensitive";
                };
        return "does the column " + (negated ? "NOT match the " : "match the ") + what;
    }
}
