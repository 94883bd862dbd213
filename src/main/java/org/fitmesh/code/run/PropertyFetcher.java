package org.fitmesh.code.run;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.schema.model.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.fitmesh.code.schema.EndpointMethods;

/** A field that an object has itself: a getter, a component of a record, a public field. */
final class PropertyFetcher implements TrivialDataFetcher<Object> {
    private interface Access {
        Object of(Object source) throws ReflectiveOperationException;
    }

    private final Access access;
    private final Results results;

    /**
     * @param owner the class that has the field
     * @throws IllegalStateException when it has none
     */
    PropertyFetcher(String owner, Field field) {
        this.access = access(EndpointMethods.load(owner), field);
        this.results = Results.of(field);
    }

    private static Access access(Class<?> owner, Field field) {
        try {
            if (field.getMethodName() == null) {
                java.lang.reflect.Field found = owner.getField(field.getPropertyName());
                return found::get;
            }
            Method getter = owner.getMethod(field.getMethodName());
            getter.trySetAccessible();
            return getter::invoke;
        } catch (NoSuchMethodException | NoSuchFieldException e) {
            throw new IllegalStateException("no public property: " + owner + " " + field, e);
        }
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        try {
            return results.transformed(access.of(environment.getSource()), environment);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception exception
                    ? exception
                    : new EndpointError(e.getCause());
        }
    }
}
