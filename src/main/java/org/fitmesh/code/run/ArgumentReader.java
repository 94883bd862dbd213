package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import io.smallrye.graphql.transformation.Transformer;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fitmesh.code.scalar.JavaValue;
import org.fitmesh.code.scalar.ScalarRegistry;
import org.fitmesh.code.scalar.Unreadable;
import org.fitmesh.code.schema.EndpointMethods;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * Makes the value of a parameter of what graphql-java read. SmallRye's own class does most: input
 * objects by JSON-B, lists, arrays, maps, formats, adapters.
 */
final class ArgumentReader extends ArgumentHelper {
    private static final String ID = "ID";

    private final Argument argument;
    private final boolean primitive;
    private final Map<String, Optional<Transformer<?, ?>>> transformers = new ConcurrentHashMap<>();

    ArgumentReader(Argument argument) {
        super(List.of(argument));
        this.argument = argument;
        this.primitive = EndpointMethods.load(EndpointMethods.classOf(argument)).isPrimitive();
    }

    /**
     * The value for the method.
     *
     * @throws RequestException {@code validation-failed}, at the argument or inside of it
     */
    Object value(DataFetchingEnvironment environment) {
        ErrorPath path = FieldPath.of(environment).argument(argument.getName());
        Unreadable.refuse(environment.getArgument(argument.getName()), path);
        Object value = converted(environment, path);
        if (value == null && primitive) {
            // Null was given where a default value would have stood.
            throw new Unreadable("null is no value of this argument").at(path);
        }
        return value;
    }

    private Object converted(DataFetchingEnvironment environment, ErrorPath path) {
        try {
            return getArguments(environment).get(0);
        } catch (AbstractDataFetcherException | JsonbException | IllegalArgumentException e) {
            throw new Unreadable("the value does not fit the type of the argument")
                    .at(path)
                    .causedBy(e);
        }
    }

    /** SmallRye keeps them in a map that is not meant for several threads. */
    @Override
    protected Transformer<?, ?> getTransformer(Field field) {
        return transformers
                .computeIfAbsent(
                        field.getName(),
                        name -> Optional.ofNullable(Transformer.transformer(field)))
                .orElse(null);
    }

    @Override
    protected Object afterRecursiveTransform(
            Object value, Field field, DataFetchingEnvironment environment)
            throws AbstractDataFetcherException {
        boolean scalar = field.getReference().getType() == ReferenceType.SCALAR;
        return scalar && isOurs(field)
                ? fitting(value, field.getReference().getClassName())
                : super.afterRecursiveTransform(value, field, environment);
    }

    private static boolean isOurs(Field field) {
        return field.getReference().getName().equals(ID)
                || (!field.hasTransformation()
                        && ScalarRegistry.find(field.getReference().getClassName()).isPresent());
    }

    private static Object fitting(Object value, String wanted) {
        Object fitting = JavaValue.of(value, wanted);
        Class<?> type = EndpointMethods.load(wanted);
        if (type.isPrimitive() || type.isInstance(fitting)) {
            return fitting;
        }
        throw new IllegalArgumentException("no " + wanted);
    }
}
