package org.fitmesh.sql;

/**
 * A type to cast to.
 *
 * @param schema where the type lives; built-in types are written without it
 * @param name internal name of the type, of its elements for an array
 */
public record SqlType(String schema, String name, boolean array) {
    public static final SqlType TEXT = builtIn("text");
    public static final SqlType BOOLEAN = builtIn("bool");
    public static final SqlType INTEGER = builtIn("int4");
    public static final SqlType BIGINT = builtIn("int8");
    public static final SqlType JSON = builtIn("json");
    public static final SqlType JSONB = builtIn("jsonb");

    /** A type of {@code pg_catalog} by its internal name, such as {@code int4}. */
    public static SqlType builtIn(String name) {
        return new SqlType("pg_catalog", name, false);
    }

    /** The array type whose elements are of this type. */
    public SqlType arrayOf() {
        return new SqlType(schema, name, true);
    }

    void writeTo(SqlText out) {
        if ("pg_catalog".equals(schema)) {
            writeBuiltIn(out);
        } else {
            out.qualified(schema, name);
        }
        if (array) {
            out.add("[]");
        }
    }

    /** Some internal names (char, bit) mean another type unless quoted. */
    private void writeBuiltIn(SqlText out) {
        if (name.equals("char") || name.equals("bit")) {
            out.qualified(schema, name);
            return;
        }
        out.add(name);
    }
}
