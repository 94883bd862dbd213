package org.fitmesh.schema.table;

import java.util.Arrays;
import java.util.List;
import org.fitmesh.catalog.PgType;

/** What an update can do to a column: Hasura's operators, with its names and descriptions. */
public enum UpdateOperator {
    APPEND(
            "append",
            Operand.SAME,
            "append existing jsonb value of filtered columns with new jsonb value"),
    DELETE_AT_PATH(
            "delete_at_path",
            Operand.TEXT_LIST,
            "delete the field or element with specified path (for JSON arrays, negative integers"
                    + " count from the end)"),
    DELETE_ELEM(
            "delete_elem",
            Operand.INTEGER,
            "delete the array element with specified index (negative integers count from the end)."
                    + " throws an error if top level container is not an array"),
    DELETE_KEY(
            "delete_key",
            Operand.TEXT,
            "delete key/value pair or string element. key/value pairs are matched based on their"
                    + " key value"),
    INC(
            "inc",
            Operand.SAME,
            "increments the numeric columns with given value of the filtered values"),
    PREPEND(
            "prepend",
            Operand.SAME,
            "prepend existing jsonb value of filtered columns with new jsonb value"),
    SET("set", Operand.SAME, "sets the columns of the filtered rows to the given values");

    /** The type of the value. */
    public enum Operand {
        /** The column's own. */
        SAME,
        TEXT,
        INTEGER,
        TEXT_LIST
    }

    private final String word;
    private final Operand operand;
    private final String description;

    UpdateOperator(String word, Operand operand, String description) {
        this.word = word;
        this.operand = operand;
        this.description = description;
    }

    /** The argument, such as {@code _inc}. */
    public String argument() {
        return "_" + word;
    }

    /** The end of the name of the argument's type for a table, such as {@code inc_input}. */
    public String inputType() {
        return word + "_input";
    }

    public Operand operand() {
        return operand;
    }

    /** What introspection says of the argument. */
    public String description() {
        return description;
    }

    /** What introspection says of the argument's type. */
    public String typeDescription(String table) {
        return switch (this) {
            case SET -> "input type for updating data in table \"" + table + "\"";
            case INC -> "input type for incrementing numeric columns in table \"" + table + "\"";
            default -> description;
        };
    }

    public boolean appliesTo(PgType type) {
        return switch (this) {
            case SET -> true;
            case INC -> !type.isArray() && ScalarNames.isNumeric(type);
            default -> !type.isArray() && type.name().equals("jsonb");
        };
    }

    /** The operator of that argument, which there must be. */
    public static UpdateOperator ofArgument(String argument) {
        return all().stream().filter(o -> o.argument().equals(argument)).findFirst().orElseThrow();
    }

    /** Is there an operator of that argument? */
    public static boolean isArgument(String name) {
        return all().stream().anyMatch(o -> o.argument().equals(name));
    }

    /** In the order of their names. */
    public static List<UpdateOperator> all() {
        return Arrays.asList(values());
    }
}
