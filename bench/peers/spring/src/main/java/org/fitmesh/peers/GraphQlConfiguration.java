package org.fitmesh.peers;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Cache;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Documents are parsed and validated once, as graphql-java advises for production; and the scalar of time. */
@Configuration
public class GraphQlConfiguration {
    private static final int DOCUMENTS = 1_000;

    @Bean
    GraphQlSourceBuilderCustomizer documents() {
        Cache<String, PreparsedDocumentEntry> cache = Caffeine.newBuilder().maximumSize(DOCUMENTS).build();
        PreparsedDocumentProvider provider =
                (input, parse) ->
                        CompletableFuture.completedFuture(
                                cache.get(input.getQuery(), text -> parse.apply(input)));
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(provider));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        GraphQLScalarType time =
                GraphQLScalarType.newScalar().name("DateTime").coercing(new InstantCoercing()).build();
        return wiring -> wiring.scalar(time);
    }

    /** With all its microseconds, which the ready-made scalar cuts off. No argument has this type. */
    private static final class InstantCoercing implements Coercing<Instant, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Instant parseValue(Object value, GraphQLContext context, Locale locale) {
            return Instant.parse(value.toString());
        }

        @Override
        public Instant parseLiteral(
                Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return Instant.parse(((StringValue) value).getValue());
        }
    }
}
