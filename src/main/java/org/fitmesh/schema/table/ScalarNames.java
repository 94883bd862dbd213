package org.fitmesh.schema.table;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fitmesh.catalog.PgType;
import org.fitmesh.naming.GraphQLName;

/**
 * GraphQL names of PostgreSQL types, and what the types can do, as in Hasura (an integer is {@code
 * Int}, a text {@code String}; any other type keeps its internal name).
 */
public final class ScalarNames {
    private static final Map<String, String> BUILT_IN =
            Map.of(
                    "int4", "Int",
                    "bool", "Boolean",
                    "float4", "Float",
                    "text", "String",
                    "varchar", "String",
                    "int2", "smallint",
                    "int8", "bigint");
    private static final Map<String, String> ELEMENTS =
            Map.of(
                    "int2", "smallint",
                    "int4", "integer",
                    "int8", "bigint",
                    "float4", "real",
                    "bool", "boolean");
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> NUMERIC =
            Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "money");

    /** The types that PostgreSQL has {@code max} for, by itself or by a cast; enums apart. */
    private static final Set<String> COMPARABLE =
            Set.of(
                    "int2",
                    "int4",
                    "int8",
                    "float4",
                    "float8",
                    "numeric",
                    "money",
                    "text",
                    "varchar",
                    "bpchar",
                    "citext",
                    "uuid",
                    "date",
                    "time",
                    "timetz",
                    "timestamp",
                    "timestamptz",
                    "interval",
                    "inet",
                    "cidr",
                    "oid");

    private static final Pattern NOT_OF_NAMES = Pattern.compile("[^_0-9A-Za-z]");

    private static final Set<String> PATTERNS = Set.of("text", "varchar", "bpchar", "citext");

    private ScalarNames() {}

    /** The scalar for one value; for an array the scalar of its elements. */
    public static String of(PgType type) {
        PgType scalar = elementOf(type);
        if (scalar.kind() == PgType.Kind.COMPOSITE) {
            return named(scalar.name() + "_scalar");
        }
        return named(BUILT_IN.getOrDefault(scalar.name(), scalar.name()));
    }

    /** A name that GraphQL cannot say has underscores for what is in its way. */
    private static String named(String name) {
        if (GraphQLName.is(name)) {
            return name;
        }
        String letters = NOT_OF_NAMES.matcher(name).replaceAll("_");
        return GraphQLName.is(letters) ? letters : "_" + letters;
    }

    /** The scalar that stands for an array where lists are not wanted, named as Hasura does. */
    public static String ofArray(PgType type) {
        String element = elementOf(type).name();
        return named("_" + ELEMENTS.getOrDefault(element, element));
    }

    /** The type of the elements of an array (of arrays), or the type itself. */
    public static PgType elementOf(PgType type) {
        PgType scalar = type;
        while (scalar.isArray() && scalar.element().isPresent()) {
            scalar = scalar.element().get();
        }
        return scalar;
    }

    /** Have {@code avg}, {@code sum} and the like a meaning? */
    public static boolean isNumeric(PgType type) {
        return NUMERIC.contains(type.name());
    }

    /** Have {@code max} and {@code min} a meaning? */
    public static boolean isComparable(PgType type) {
        return type.kind() == PgType.Kind.ENUM
                || (!type.isArray() && COMPARABLE.contains(type.name()));
    }

    /** Can it be matched with {@code _like} and regular expressions? */
    public static boolean hasPatterns(PgType type) {
        return PATTERNS.contains(type.name());
    }

    /** Is it read without a fraction? */
    public static boolean isInteger(PgType type) {
        return INTEGERS.contains(type.name());
    }

    public static boolean isLabelPath(PgType type) {
        return type.name().equals("ltree");
    }

    public static boolean isJson(PgType type) {
        return type.name().equals("json") || type.name().equals("jsonb");
    }
}
