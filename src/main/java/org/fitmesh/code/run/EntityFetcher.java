package org.fitmesh.code.run;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;

/** The entities that were handed in with the execution. */
final class EntityFetcher implements DataFetcher<Object> {
    /** Where they are in graphql-java's context. */
    static final Object ENTITIES = new Object();

    @Override
    public Object get(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(ENTITIES, List.of());
    }
}
