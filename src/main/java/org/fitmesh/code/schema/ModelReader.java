package org.fitmesh.code.schema;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.code.CodeField;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.metadata.Inconsistency;

/** graphql-java's schema as {@link CodeModel}. */
final class ModelReader {
    private static final String INTROSPECTION = "__";

    private final GraphQLSchema schema;
    private final Draft draft;
    private final TypeReader types;
    private final Map<String, EntityKey> leaves;

    private ModelReader(GraphQLSchema schema, Draft draft, Map<String, EntityKey> leaves) {
        this.schema = schema;
        this.draft = draft;
        this.leaves = leaves;
        this.types = new TypeReader(schema, leaves);
    }

    static CodeModel read(GraphQLSchema schema, Draft draft, Map<String, EntityKey> leaves) {
        return new ModelReader(schema, draft, leaves).model();
    }

    /** A model of inconsistencies alone. */
    static CodeModel nothing(List<Inconsistency> inconsistencies) {
        return new CodeModel(Map.of(), Map.of(), Map.of(), Map.of(), List.copyOf(inconsistencies));
    }

    private CodeModel model() {
        Map<String, CodeField> queries = fields(schema.getQueryType(), draft.schema().getQueries());
        Map<String, CodeField> mutations =
                fields(schema.getMutationType(), draft.schema().getMutations());
        return new CodeModel(
                types(), queries, mutations, entities(), List.copyOf(draft.inconsistencies()));
    }

    private Map<String, CodeField> fields(
            GraphQLObjectType type, Collection<Operation> operations) {
        Map<String, CodeField> fields = new TreeMap<>();
        for (Operation operation : operations) {
            if (!EntityRoots.isClassOf(operation)) {
                fields.put(
                        operation.getName(),
                        field(type.getFieldDefinition(operation.getName()), operation));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private CodeField field(GraphQLFieldDefinition definition, Operation operation) {
        try {
            return new CodeField(
                    types.field(definition),
                    EndpointMethods.access(EndpointMethods.find(operation)),
                    Draft.origin(operation));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("it was there when it was checked", e);
        }
    }

    private Map<String, NamedType> types() {
        Set<String> hidden = new HashSet<>();
        hidden.add(schema.getQueryType().getName());
        if (schema.getMutationType() != null) {
            hidden.add(schema.getMutationType().getName());
        }
        sourceTypes().values().forEach(type -> hidden.add(type.getName()));
        Map<String, NamedType> found = new TreeMap<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (!type.getName().startsWith(INTROSPECTION) && !hidden.contains(type.getName())) {
                NamedType read = types.type(type);
                found.put(read.name(), read);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private Map<String, Type> sourceTypes() {
        Map<String, Type> byRoot = new LinkedHashMap<>();
        for (Operation query : draft.schema().getQueries()) {
            if (EntityRoots.isClassOf(query)) {
                byRoot.put(
                        query.getName(),
                        draft.schema().getTypes().get(query.getReference().getName()));
            }
        }
        return byRoot;
    }

    private Map<String, CodeEntity> entities() {
        Map<String, CodeEntity> entities = new TreeMap<>();
        leaves.values()
                .forEach(key -> entities.put(key.type().getName(), entity(key, Map.of(), "")));
        sourceTypes()
                .forEach(
                        (root, type) -> {
                            EntityKey key =
                                    draft.entities()
                                            .find(EndpointMethods.load(type.getClassName()))
                                            .orElseThrow();
                            entities.put(key.type().getName(), entity(key, sources(type), root));
                        });
        return Collections.unmodifiableMap(entities);
    }

    private Map<String, CodeField> sources(Type type) {
        return fields(schema.getObjectType(type.getName()), SchemaFields.sources(type));
    }

    private static CodeEntity entity(EntityKey key, Map<String, CodeField> sources, String root) {
        return new CodeEntity(key.type().getName(), key.table(), key.columns(), sources, root);
    }
}
