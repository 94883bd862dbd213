package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.CallableFunction;

/**
 * Reads {@code args}: what the client gives a function. As in Hasura, arguments are given by their
 * places up to the first that is left away, and by their names after it.
 */
public final class FunctionReader {
    private static final String ARGUMENT = "args";

    private final CallableFunction callable;
    private final Map<String, Input> given;
    private final ErrorPath path;
    private final List<FunctionCall.Argument> arguments = new ArrayList<>();
    private boolean byPlace = true;

    private FunctionReader(CallableFunction callable, Map<String, Input> given, ErrorPath path) {
        this.callable = callable;
        this.given = given;
        this.path = path;
    }

    /**
     * The call that a field asks for.
     *
     * @param fieldArguments all arguments of the field
     * @param field path of the field
     * @throws RequestException not-supported when an argument is missing that has no default, or
     *     that those after it cannot do without
     */
    public static FunctionCall call(
            CallableFunction callable, Map<String, Input> fieldArguments, ErrorPath field) {
        Map<String, Input> given =
                fieldArguments.get(ARGUMENT) instanceof Input.ObjectInput object
                        ? object.fields()
                        : Map.of();
        FunctionReader reader = new FunctionReader(callable, given, field.argument(ARGUMENT));
        callable.arguments().forEach(reader::argument);
        return FunctionCall.of(callable, reader.arguments);
    }

    private void argument(CallableFunction.Argument argument) {
        if (!(argument instanceof CallableFunction.Given input)) {
            add(argument, FunctionCall.engineValue(argument));
            return;
        }
        Input value = given.get(input.graphqlName());
        if (value != null) {
            add(
                    argument,
                    new FunctionCall.Given(Arguments.columnValue(value), input.declared().type()));
            return;
        }
        if (!input.declared().hasDefault()) {
            throw refused("Non default arguments cannot be omitted");
        }
        byPlace = false;
    }

    private void add(CallableFunction.Argument argument, FunctionCall.Value value) {
        Optional<String> name = argument.declared().name();
        if (!byPlace && name.isEmpty()) {
            throw refused("Only last set of positional arguments can be omitted");
        }
        arguments.add(new FunctionCall.Argument(byPlace ? Optional.empty() : name, value));
    }

    private RequestException refused(String message) {
        return new RequestException(ErrorCode.NOT_SUPPORTED, message, path);
    }
}
