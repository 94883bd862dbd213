package org.fitmesh.code.run;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Wrapper;

/** A field that a method answers: of a root, or of one object. */
final class MethodFetcher implements DataFetcher<Object> {
    private final Endpoint endpoint;
    private final Arguments arguments;
    private final Results results;

    MethodFetcher(Operation operation) {
        this.endpoint = new Endpoint(operation);
        this.arguments = new Arguments(operation);
        this.results = Results.of(fieldOf(operation));
    }

    /** What a future or the like holds. */
    static Field fieldOf(Operation operation) {
        Wrapper wrapper = operation.getWrapper();
        boolean promised =
                wrapper != null
                        && !wrapper.isCollectionOrArrayOrMap()
                        && !wrapper.isOptional()
                        && wrapper.getWrapper() != null;
        return promised ? Results.unwrapped(operation) : operation;
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        Object[] values = arguments.values(environment);
        try {
            return results.transformed(endpoint.call(values), environment);
        } catch (Exception e) {
            throw Violations.told(e, endpoint, environment);
        }
    }
}
