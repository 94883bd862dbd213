package org.fitmesh.code.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A {@link TableScalar} for graphql-java. Reading never fails: see {@link Unreadable}. */
final class ScalarCoercing implements Coercing<Object, Object> {
    private final TableScalar scalar;

    private ScalarCoercing(TableScalar scalar) {
        this.scalar = scalar;
    }

    static GraphQLScalarType type(TableScalar scalar) {
        return GraphQLScalarType.newScalar()
                .name(scalar.graphqlName())
                .coercing(new ScalarCoercing(scalar))
                .build();
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        try {
            return ScalarOutput.of(scalar, value);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new CoercingSerializeException(
                    "no " + scalar.graphqlName() + ": a value of " + value.getClass(), e);
        }
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return ScalarText.read(scalar, input);
    }

    @Override
    public Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return ScalarText.read(scalar, Literals.value(input, variables));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return Literals.of(JsonValues.plain(input));
    }
}
