package org.fitmesh.dev.hygraph;

import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Binds {@code schema.graphqls} to the content. */
final class ContentSchema {

    private final Content content;

    private ContentSchema(Content content) {
        this.content = content;
    }

    static GraphQL over(Content content) {
        ContentSchema schema = new ContentSchema(content);
        TypeResolver byClass =
                env -> env.getSchema().getObjectType(env.getObject().getClass().getSimpleName());
        RuntimeWiring wiring =
                RuntimeWiring.newRuntimeWiring()
                        .scalar(DateTime.SCALAR)
                        .type("Query", query -> query
                                .dataFetcher("node", schema::node)
                                .dataFetcher("workout", schema::workout)
                                .dataFetcher("workouts", schema::workouts)
                                .dataFetcher("workoutsConnection", schema::workoutsConnection))
                        .type("Mutation", mutation -> mutation
                                .dataFetcher("updateWorkout", schema::update)
                                .dataFetcher("publishWorkout", schema::publish))
                        .type("Workout", workout -> workout.dataFetcher("locale", env -> "en"))
                        .type("Node", node -> node.typeResolver(byClass))
                        .type("WorkoutwarmupUnion", union -> union.typeResolver(byClass))
                        .type("WorkoutprogramUnion", union -> union.typeResolver(byClass))
                        .type("WorkoutcoolDownUnion", union -> union.typeResolver(byClass))
                        .type("CircuitmovementsUnion", union -> union.typeResolver(byClass))
                        .build();
        return GraphQL.newGraphQL(executable(wiring)).build();
    }

    private static GraphQLSchema executable(RuntimeWiring wiring) {
        try (InputStream in = ContentSchema.class.getResourceAsStream("schema.graphqls");
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(text), wiring);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Workout node(DataFetchingEnvironment field) {
        String id = field.getArgument("id");
        return content.find(stage(field), workout -> workout.id().equals(id)).orElse(null);
    }

    private Workout workout(DataFetchingEnvironment field) {
        return content.find(stage(field), WorkoutFilter.unique(where(field))).orElse(null);
    }

    private List<Workout> workouts(DataFetchingEnvironment field) {
        return WorkoutPage.of(content, field).nodes();
    }

    private WorkoutPage workoutsConnection(DataFetchingEnvironment field) {
        return WorkoutPage.of(content, field);
    }

    private Workout update(DataFetchingEnvironment field) {
        Map<String, Object> data = field.getArgument("data");
        var change = new WorkoutUpdate(data);
        return content.update(WorkoutFilter.unique(where(field)), change)
                .orElseThrow(() -> unknown(field));
    }

    private Workout publish(DataFetchingEnvironment field) {
        List<String> to = field.getArgument("to");
        if (!to.contains(Stage.PUBLISHED.name())) {
            throw new IllegalArgumentException("can publish to PUBLISHED only");
        }
        return content.publish(WorkoutFilter.unique(where(field)))
                .orElseThrow(() -> unknown(field));
    }

    /** The field is null and has an error; the other fields are answered. */
    private static IllegalArgumentException unknown(DataFetchingEnvironment field) {
        return new IllegalArgumentException("no such entry: " + where(field));
    }

    private static Map<String, Object> where(DataFetchingEnvironment field) {
        return field.getArgument("where");
    }

    private static Stage stage(DataFetchingEnvironment field) {
        return Stage.valueOf(field.getArgument("stage"));
    }
}
