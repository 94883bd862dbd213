package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An object and the arguments with which a field of it is asked for. Objects are told apart by
 * identity: what their classes call equal is none of our business.
 */
final class BatchKey {
    private final Object source;
    private final DataFetchingEnvironment environment;
    private final Object[] arguments;
    private final List<Object> others;

    /**
     * @param position of the source among the arguments
     */
    BatchKey(Object source, DataFetchingEnvironment environment, Object[] arguments, int position) {
        this.source = source;
        this.environment = environment;
        this.arguments = arguments;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (i != position) {
                values.add(arguments[i]);
            }
        }
        this.others = Collections.unmodifiableList(values);
    }

    Object source() {
        return source;
    }

    DataFetchingEnvironment environment() {
        return environment;
    }

    Object[] arguments() {
        return arguments;
    }

    /** The arguments without the source. */
    List<Object> others() {
        return others;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchKey key && key.source == source && key.others.equals(others);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(source) + others.hashCode();
    }
}
