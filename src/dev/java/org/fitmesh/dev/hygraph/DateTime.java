package org.fitmesh.dev.hygraph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Hygraph's DateTime: ISO 8601 in UTC. */
final class DateTime implements Coercing<Instant, String> {

    static final GraphQLScalarType SCALAR =
            GraphQLScalarType.newScalar().name("DateTime").coercing(new DateTime()).build();

    private DateTime() {}

    @Override
    public String serialize(Object instant, GraphQLContext context, Locale locale) {
        return instant.toString();
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return Instant.parse(input.toString());
        } catch (DateTimeParseException e) {
            throw new CoercingParseValueException("invalid DateTime", e);
        }
    }

    @Override
    public Instant parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) return parseValue(text.getValue(), context, locale);
        throw new CoercingParseLiteralException("invalid DateTime");
    }
}
