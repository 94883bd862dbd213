package org.fitmesh.schema.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.FunctionName;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.SqlFunction.Volatility;
import org.fitmesh.catalog.Table;
import org.fitmesh.schema.table.CallableFunction;

/**
 * A call of a function of the database.
 *
 * @param readsTables whether it may read any table
 * @param readableIn in which rows the value is readable, where it is not in all: in others it
 *     counts as null
 */
public record FunctionCall(
        FunctionName function,
        List<Argument> arguments,
        boolean readsTables,
        Optional<Filter> readableIn) {

    /**
     * An argument.
     *
     * @param name absent: it is given by its place
     */
    public record Argument(Optional<String> name, Value value) {}

    /** What is given. */
    public sealed interface Value {}

    /** A value of the client. */
    public record Given(Operand operand, PgType type) implements Value {}

    /** The session variables as an object; of type json or jsonb. */
    public record Session(PgType type) implements Value {}

    /** The row that a field is computed of. */
    public record Row(Table table) implements Value {}

    /** A call of that function with these arguments. */
    public static FunctionCall of(CallableFunction callable, List<Argument> arguments) {
        return new FunctionCall(
                callable.function().name(),
                List.copyOf(arguments),
                callable.function().volatility() != Volatility.IMMUTABLE,
                Optional.empty());
    }

    /** The same, whose value is readable in some rows only; in all when there are none given. */
    public FunctionCall readableIn(Optional<Filter> rows) {
        return new FunctionCall(function, arguments, readsTables, rows);
    }

    /** The call of a function that the client gives nothing. */
    public static FunctionCall withoutInputs(CallableFunction callable) {
        List<Argument> arguments = new ArrayList<>();
        for (CallableFunction.Argument argument : callable.arguments()) {
            arguments.add(new Argument(Optional.empty(), engineValue(argument)));
        }
        return of(callable, arguments);
    }

    /**
     * The value of an argument that the engine gives.
     *
     * @throws IllegalArgumentException for one that the client gives
     */
    public static Value engineValue(CallableFunction.Argument argument) {
        if (argument instanceof CallableFunction.Row row) {
            return new Row(row.table());
        }
        if (argument instanceof CallableFunction.Session session) {
            return new Session(session.declared().type());
        }
        throw new IllegalArgumentException("the client gives " + argument);
    }
}
