package org.fitmesh.schema.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.catalog.SqlFunction;
import org.fitmesh.catalog.Table;

/**
 * A function, and who gives it which of its arguments.
 *
 * @param arguments in the order of the function
 */
public record CallableFunction(SqlFunction function, List<Argument> arguments) {

    /** An argument, by who gives it. */
    public sealed interface Argument {
        SqlFunction.Argument declared();
    }

    /**
     * Given by the client.
     *
     * @param graphqlName its name, or {@code arg_1}, {@code arg_2}, … for those without one
     */
    public record Given(String graphqlName, SqlFunction.Argument declared) implements Argument {}

    /** The session variables, as JSON. */
    public record Session(SqlFunction.Argument declared) implements Argument {}

    /** The row whose field is computed. */
    public record Row(SqlFunction.Argument declared, Table table) implements Argument {}

    /**
     * Divides the arguments of a function.
     *
     * @param session name of the argument that takes the session variables
     * @param row which argument takes the row, counted from 0; negative: none
     */
    static CallableFunction of(
            SqlFunction function, Optional<String> session, int row, Optional<Table> table) {
        List<Argument> arguments = new ArrayList<>();
        int unnamed = 0;
        for (int i = 0; i < function.arguments().size(); i++) {
            SqlFunction.Argument declared = function.arguments().get(i);
            if (i == row && table.isPresent()) {
                arguments.add(new Row(declared, table.get()));
            } else if (session.isPresent() && session.equals(declared.name())) {
                arguments.add(new Session(declared));
            } else {
                unnamed += declared.name().isPresent() ? 0 : 1;
                arguments.add(new Given(declared.name().orElse("arg_" + unnamed), declared));
            }
        }
        return new CallableFunction(function, List.copyOf(arguments));
    }

    /** What the client gives: first what may be left away, as Hasura lists it. */
    public List<Given> inputs() {
        return Stream.concat(
                        given().filter(input -> input.declared().hasDefault()),
                        given().filter(input -> !input.declared().hasDefault()))
                .toList();
    }

    /** Is there anything that the client must give? */
    public boolean hasRequiredInputs() {
        return given().anyMatch(input -> !input.declared().hasDefault());
    }

    private Stream<Given> given() {
        return arguments.stream().filter(Given.class::isInstance).map(Given.class::cast);
    }
}
