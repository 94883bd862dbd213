package org.fitmesh.code.run;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import io.smallrye.graphql.transformation.Transformer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes of what a method returned what graphql-java completes: formats, adapters, maps. */
final class Results extends FieldHelper {
    private final boolean asItIs;
    private final Map<String, Optional<Transformer<?, ?>>> transformers = new ConcurrentHashMap<>();

    private Results(Field field) {
        super(field);
        this.asItIs = !shouldTransform(field) && !shouldAdapt(field);
    }

    static Results of(Field field) {
        return new Results(field);
    }

    /** The same field without its outer wrapper: one element of a batch, what a future holds. */
    static Field unwrapped(Field field) {
        Wrapper wrapper = field.getWrapper();
        Field inner =
                new Field(
                        field.getMethodName(),
                        field.getPropertyName(),
                        field.getName(),
                        field.getReference());
        inner.setTransformation(field.getTransformation());
        inner.setAdaptTo(field.getAdaptTo());
        inner.setAdaptWith(field.getAdaptWith());
        inner.setWrapper(wrapper == null ? null : wrapper.getWrapper());
        return inner;
    }

    /**
     * @throws IllegalStateException when a formatter or adapter fails
     */
    Object transformed(Object value, DataFetchingEnvironment environment) {
        if (asItIs || value == null) {
            return value;
        }
        try {
            return transformOrAdaptResponse(value, environment);
        } catch (AbstractDataFetcherException e) {
            throw new IllegalStateException("the result could not be formatted", e);
        }
    }

    @Override
    protected Transformer<?, ?> getTransformer(Field field) {
        return transformers
                .computeIfAbsent(
                        field.getName(),
                        name -> Optional.ofNullable(Transformer.transformer(field)))
                .orElse(null);
    }
}
