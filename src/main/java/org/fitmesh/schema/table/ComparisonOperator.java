package org.fitmesh.schema.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.PgType;

/**
 * The operators of Hasura's {@code …_comparison_exp} types. In metadata they may be written with
 * {@code $} instead of {@code _}.
 */
public enum ComparisonOperator {
    EQ("_eq", "=", Operand.SAME, Applies.ALL),
    NEQ("_neq", "<>", Operand.SAME, Applies.ALL),
    GT("_gt", ">", Operand.SAME, Applies.ALL),
    LT("_lt", "<", Operand.SAME, Applies.ALL),
    GTE("_gte", ">=", Operand.SAME, Applies.ALL),
    LTE("_lte", "<=", Operand.SAME, Applies.ALL),
    IN("_in", "= ANY", Operand.LIST, Applies.ALL),
    NIN("_nin", "<> ALL", Operand.LIST, Applies.ALL),
    IS_NULL("_is_null", "IS NULL", Operand.NULL_TEST, Applies.ALL),
    LIKE("_like", "LIKE", Operand.PATTERN, Applies.PATTERNS),
    NLIKE("_nlike", "NOT LIKE", Operand.PATTERN, Applies.PATTERNS),
    ILIKE("_ilike", "ILIKE", Operand.PATTERN, Applies.PATTERNS),
    NILIKE("_nilike", "NOT ILIKE", Operand.PATTERN, Applies.PATTERNS),
    SIMILAR("_similar", "SIMILAR TO", Operand.PATTERN, Applies.PATTERNS),
    NSIMILAR("_nsimilar", "NOT SIMILAR TO", Operand.PATTERN, Applies.PATTERNS),
    REGEX("_regex", "~", Operand.PATTERN, Applies.PATTERNS),
    NREGEX("_nregex", "!~", Operand.PATTERN, Applies.PATTERNS),
    IREGEX("_iregex", "~*", Operand.PATTERN, Applies.PATTERNS),
    NIREGEX("_niregex", "!~*", Operand.PATTERN, Applies.PATTERNS),
    CONTAINS("_contains", "@>", Operand.SAME, Applies.CONTAINERS),
    CONTAINED_IN("_contained_in", "<@", Operand.SAME, Applies.CONTAINERS),
    // a question mark is written twice, or the driver would take it for a parameter
    HAS_KEY("_has_key", "??", Operand.TEXT, Applies.JSONB),
    HAS_KEYS_ANY("_has_keys_any", "??|", Operand.TEXT_LIST, Applies.JSONB),
    HAS_KEYS_ALL("_has_keys_all", "??&", Operand.TEXT_LIST, Applies.JSONB),
    JSONB_PATH_EXISTS("_jsonb_path_exists", "@??", Operand.JSONPATH, Applies.JSONB),
    JSONB_PATH_MATCH("_jsonb_path_match", "@@", Operand.JSONPATH, Applies.JSONB),
    ANCESTOR("_ancestor", "@>", Operand.SAME, Applies.LTREE),
    ANCESTOR_ANY("_ancestor_any", "@>", Operand.LIST, Applies.LTREE),
    DESCENDANT("_descendant", "<@", Operand.SAME, Applies.LTREE),
    DESCENDANT_ANY("_descendant_any", "<@", Operand.LIST, Applies.LTREE),
    MATCHES("_matches", "~", Operand.LQUERY, Applies.LTREE),
    MATCHES_ANY("_matches_any", "??", Operand.LQUERY_LIST, Applies.LTREE),
    MATCHES_FULLTEXT("_matches_fulltext", "@", Operand.LTXTQUERY, Applies.LTREE);

    /** What stands on the right side. */
    public enum Operand {
        /** A value of the column's own type. */
        SAME,
        /** A list of values of the column's type. */
        LIST,
        /** True: is null; false: is not null. */
        NULL_TEST,
        /** Of the column's type, which is one of texts; PostgreSQL takes it as text. */
        PATTERN,
        TEXT,
        TEXT_LIST,
        /** For the client a text. */
        JSONPATH,
        LQUERY,
        /** For the client a list of texts. */
        LQUERY_LIST,
        LTXTQUERY
    }

    private enum Applies {
        ALL,
        PATTERNS,
        CONTAINERS,
        JSONB,
        LTREE
    }

    private final String graphqlName;
    private final String sql;
    private final Operand operand;
    private final Applies applies;

    ComparisonOperator(String graphqlName, String sql, Operand operand, Applies applies) {
        this.graphqlName = graphqlName;
        this.sql = sql;
        this.operand = operand;
        this.applies = applies;
    }

    public String graphqlName() {
        return graphqlName;
    }

    /** PostgreSQL's operator; {@code ANY} or {@code ALL} included. */
    public String sql() {
        return sql;
    }

    public Operand operand() {
        return operand;
    }

    /** The operator of that name, with {@code _} or {@code $} before it. */
    public static Optional<ComparisonOperator> named(String name) {
        String canonical = name.startsWith("$") ? "_" + name.substring(1) : name;
        return Arrays.stream(values()).filter(o -> o.graphqlName.equals(canonical)).findFirst();
    }

    /** The operators that a column of this type has, in Hasura's order. */
    public static List<ComparisonOperator> of(PgType type) {
        return Arrays.stream(values()).filter(o -> o.appliesTo(type)).toList();
    }

    /** The operators that a column has which refers to an enum table. */
    public static List<ComparisonOperator> ofEnums() {
        return List.of(EQ, NEQ, IN, NIN, IS_NULL);
    }

    private boolean appliesTo(PgType type) {
        if (type.isArray()) {
            return applies == Applies.ALL || applies == Applies.CONTAINERS;
        }
        String name = type.name();
        return switch (applies) {
            case ALL -> true;
            case PATTERNS -> ScalarNames.hasPatterns(type);
            case CONTAINERS, JSONB -> name.equals("jsonb");
            case LTREE -> name.equals("ltree");
        };
    }
}
