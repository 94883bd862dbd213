package org.fitmesh.code.schema;

import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.bootstrap.Bootstrap;
import io.smallrye.graphql.schema.ScanningContext;
import io.smallrye.graphql.schema.SchemaBuilder;
import io.smallrye.graphql.schema.model.Schema;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.CodeModel;
import org.fitmesh.code.scalar.ScalarRegistry;
import org.fitmesh.code.scan.ApplicationIndex;

/**
 * The endpoints of the application as a schema.
 *
 * @param model what clients may see of it
 * @param source SmallRye's model, after what cannot be offered was taken out
 * @param graphql absent when there is no operation; entities are scalars in it, and its data
 *     fetchers are SmallRye's
 */
public record CodeSchema(CodeModel model, Schema source, Optional<GraphQLSchema> graphql) {

    /**
     * Makes the schema of all classes with {@code @GraphQLApi} in an index.
     *
     * @throws RuntimeException when SmallRye refuses the classes; the message says which
     */
    public static CodeSchema of(ApplicationIndex index, EntityKeys entities) {
        if (index.endpoints().isEmpty()) {
            return new CodeSchema(CodeModel.NONE, new Schema(), Optional.empty());
        }
        ScalarRegistry.registerTableScalars();
        Schema schema = scanned(index);
        Draft draft = new Draft(schema, entities);
        UnsupportedParts.remove(draft);
        Map<String, EntityKey> leaves = EntityLeaves.place(draft);
        Operations.keepUsable(draft);
        EmptyRoots.remove(schema);
        Reachable.keep(schema);
        Optional<GraphQLSchema> graphql =
                Optional.ofNullable(
                        schema.hasOperations() ? Bootstrap.bootstrap(schema, true) : null);
        CodeModel model =
                graphql.map(built -> ModelReader.read(built, draft, leaves))
                        .orElseGet(() -> ModelReader.nothing(draft.inconsistencies()));
        return new CodeSchema(model, schema, graphql);
    }

    /** SmallRye leaves the index in a variable of the thread, which outlives the application. */
    private static Schema scanned(ApplicationIndex index) {
        try {
            return SchemaBuilder.build(index.view());
        } finally {
            ScanningContext.remove();
        }
    }
}
