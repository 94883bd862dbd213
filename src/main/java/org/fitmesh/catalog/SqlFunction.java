package org.fitmesh.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A function as the database describes it.
 *
 * @param arguments what is given to it, in order; those of mode {@code OUT} and {@code TABLE} are
 *     no arguments
 * @param variadic whether the last argument takes any number of values
 * @param returnsSet whether it gives any number of rows ({@code SETOF})
 */
public record SqlFunction(
        FunctionName name,
        List<Argument> arguments,
        boolean variadic,
        PgType returnType,
        boolean returnsSet,
        Volatility volatility,
        Optional<String> comment) {

    /** {@code pg_proc.provolatile}. */
    public enum Volatility {
        /** Depends on its arguments alone, and reads no table. */
        IMMUTABLE,
        /** Changes nothing. */
        STABLE,
        /** May change anything. */
        VOLATILE
    }

    /**
     * An argument.
     *
     * @param name absent when it has none and can only be given by its place
     * @param hasDefault whether it may be left away
     */
    public record Argument(Optional<String> name, PgType type, boolean hasDefault) {}

    /** The table whose rows it gives, if the type of its result is the row type of one. */
    public Optional<TableName> returnedTable() {
        return tableOf(returnType);
    }

    /** The table that a row type belongs to; it may be no table of the catalog. */
    public static Optional<TableName> tableOf(PgType type) {
        return type.kind() == PgType.Kind.COMPOSITE
                ? Optional.of(new TableName(type.schema(), type.name()))
                : Optional.empty();
    }
}
