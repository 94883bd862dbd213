package org.fitmesh.code.run;

import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.LookupService;
import io.smallrye.graphql.spi.ManagedInstance;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import org.fitmesh.code.schema.EndpointMethods;

/** A method of a bean. */
final class Endpoint {
    private final Operation operation;
    private final Method method;
    private final Class<?> bean;

    /**
     * @throws IllegalStateException when there is no such method
     */
    Endpoint(Operation operation) {
        this.operation = operation;
        try {
            this.method = EndpointMethods.find(operation);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("it was there when it was checked", e);
        }
        // A public method of a class that is not public itself.
        this.method.trySetAccessible();
        this.bean = EndpointMethods.load(operation.getClassName());
    }

    Operation operation() {
        return operation;
    }

    Method method() {
        return method;
    }

    /**
     * Calls it, in this thread; waits for what it promises.
     *
     * @throws Exception what the method throws; an {@link Error} as the cause of an {@link
     *     EndpointError}
     */
    Object call(Object[] arguments) throws Exception {
        ManagedInstance<?> instance = LookupService.get().getInstance(bean);
        try {
            return awaited(method.invoke(instance.get(), arguments));
        } catch (InvocationTargetException e) {
            throw thrown(e.getCause());
        } catch (StackOverflowError | LinkageError e) {
            throw new EndpointError(e);
        } finally {
            instance.destroyIfNecessary();
        }
    }

    private static Exception thrown(Throwable cause) {
        return cause instanceof Exception exception ? exception : new EndpointError(cause);
    }

    private static Object awaited(Object result) {
        if (result instanceof CompletionStage<?> stage) {
            return stage.toCompletableFuture().join();
        }
        return result instanceof Uni<?> uni ? uni.await().indefinitely() : result;
    }

    @Override
    public String toString() {
        return operation.getClassName() + "." + operation.getMethodName();
    }
}
