package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fitmesh.error.RequestException;

/** The values that a method is called with, in the order of its parameters. */
final class Arguments {
    private static final String CONTEXT = "io.smallrye.graphql.api.Context";

    private final List<Function<DataFetchingEnvironment, Object>> readers = new ArrayList<>();
    private final int source;

    Arguments(Operation operation) {
        int found = -1;
        for (Argument argument : operation.getArguments()) {
            found = argument.isSourceArgument() ? readers.size() : found;
            readers.add(reader(argument));
        }
        this.source = found;
    }

    private static Function<DataFetchingEnvironment, Object> reader(Argument argument) {
        if (argument.isSourceArgument()) {
            return DataFetchingEnvironment::getSource;
        }
        return argument.getReference().getClassName().equals(CONTEXT)
                ? CallContext::of
                : new ArgumentReader(argument)::value;
    }

    /**
     * The values for a call.
     *
     * @throws RequestException {@code validation-failed}, at the argument
     */
    Object[] values(DataFetchingEnvironment environment) {
        return readers.stream().map(reader -> reader.apply(environment)).toArray();
    }

    /** The same values for many sources at once. */
    Object[] withSources(Object[] values, Object sources) {
        Object[] changed = values.clone();
        changed[source] = sources;
        return changed;
    }

    /** Where the object stands that a {@code @Source} method adds a field to; -1: nowhere. */
    int source() {
        return source;
    }
}
