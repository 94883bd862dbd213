package org.fitmesh.code.run;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.code.schema.EntityRoots;

/** Puts our data fetchers into the place of SmallRye's. */
final class Fetchers {
    private final Schema source;
    private final GraphQLSchema graphql;
    private final GraphQLCodeRegistry.Builder registry;
    private final List<BatchFetcher> batches = new ArrayList<>();

    private Fetchers(Schema source, GraphQLSchema graphql) {
        this.source = source;
        this.graphql = graphql;
        this.registry = GraphQLCodeRegistry.newCodeRegistry(graphql.getCodeRegistry());
    }

    static Fetchers of(Schema source, GraphQLSchema graphql) {
        Fetchers fetchers = new Fetchers(source, graphql);
        fetchers.place();
        return fetchers;
    }

    /** The schema with our data fetchers. */
    GraphQLSchema schema() {
        return graphql.transformWithoutTypes(builder -> builder.codeRegistry(registry.build()));
    }

    /** Those that need a data loader in each execution. */
    List<BatchFetcher> batches() {
        return List.copyOf(batches);
    }

    private void place() {
        String queryRoot = graphql.getQueryType().getName();
        source.getQueries().forEach(query -> root(queryRoot, query));
        source.getMutations()
                .forEach(mutation -> root(graphql.getMutationType().getName(), mutation));
        source.getTypes().values().forEach(this::type);
    }

    private void root(String type, Operation operation) {
        registry.dataFetcher(
                FieldCoordinates.coordinates(type, operation.getName()),
                EntityRoots.isClassOf(operation)
                        ? new EntityFetcher()
                        : new MethodFetcher(operation));
    }

    private void type(Type type) {
        for (Field field : type.getFields().values()) {
            registry.dataFetcher(
                    FieldCoordinates.coordinates(type.getName(), field.getName()),
                    new PropertyFetcher(type.getClassName(), field));
        }
        for (Operation operation : type.getOperations().values()) {
            registry.dataFetcher(
                    FieldCoordinates.coordinates(type.getName(), operation.getName()),
                    new MethodFetcher(operation));
        }
        for (Operation operation : type.getBatchOperations().values()) {
            BatchFetcher batch =
                    new BatchFetcher(type.getName() + "." + operation.getName(), operation);
            batches.add(batch);
            registry.dataFetcher(
                    FieldCoordinates.coordinates(type.getName(), operation.getName()), batch);
        }
    }
}
