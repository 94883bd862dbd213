package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.EntityKey;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.code.scalar.ScalarRegistry;
import org.fitmesh.code.scan.EntityDeclarations;

/** Makes scalars of the entities that methods and objects return. */
final class EntityLeaves {
    private final Draft draft;
    private final Map<String, EntityKey> entities = new HashMap<>();
    private final Map<String, EntityKey> used = new LinkedHashMap<>();

    private EntityLeaves(Draft draft) {
        this.draft = draft;
        EntityKeys keys = draft.entities();
        keys.types().forEach(t -> entities.put(t.getName(), keys.find(t).orElseThrow()));
    }

    /** Answers the entities that are returned somewhere, by the names of their scalars. */
    static Map<String, EntityKey> place(Draft draft) {
        EntityLeaves leaves = new EntityLeaves(draft);
        leaves.place();
        return leaves.used;
    }

    private void place() {
        roots();
        rename(newNames());
        SchemaFields.all(draft.schema()).forEach(this::place);
        used.values().forEach(entity -> ScalarRegistry.registerEntity(entity, draft.entities()));
    }

    /** The queries that hand in the entities of @Source methods keep the object type. */
    private void roots() {
        for (Operation query : draft.schema().getQueries()) {
            if (query.getClassName().equals(EntityDeclarations.ROOTS)) {
                query.setClassName(EntityRoots.class.getName());
                query.setMethodName(EntityRoots.METHOD);
            }
        }
    }

    /** {@code Page<User>} is Page_User for clients, whatever the entity is called here. */
    private Map<String, String> newNames() {
        Map<String, String> names = new HashMap<>();
        for (Type type : draft.schema().getTypes().values()) {
            if (!entities.containsKey(type.getClassName())) {
                String name = type.getName();
                for (EntityKey entity : entities.values()) {
                    String ours = EntityDeclarations.typeName(entity.type().getName());
                    name = name.replace(ours, entity.type().getSimpleName());
                }
                names.put(type.getName(), name);
            }
        }
        names.values().removeIf(name -> draft.schema().containsType(name));
        return names.size() == new HashSet<>(names.values()).size() ? names : Map.of();
    }

    private void rename(Map<String, String> names) {
        names.forEach(
                (before, after) -> {
                    Type type = draft.schema().getTypes().remove(before);
                    type.setName(after);
                    draft.schema().addType(type);
                });
        for (Field field : SchemaFields.all(draft.schema()).toList()) {
            Reference reference = field.getReference();
            reference.setName(names.getOrDefault(reference.getName(), reference.getName()));
        }
    }

    private void place(Field field) {
        EntityKey entity = entities.get(field.getReference().getClassName());
        boolean isRoot =
                field instanceof Operation operation
                        && operation.getClassName().equals(EntityRoots.class.getName());
        boolean isLeaf = field.getReference().getType() == ReferenceType.TYPE;
        if (entity == null || isRoot || !isLeaf) {
            return;
        }
        String name = ScalarRegistry.nameOf(entity);
        used.put(name, entity);
        field.setReference(
                new Reference.Builder()
                        .className(field.getReference().getClassName())
                        .graphQLClassName(field.getReference().getClassName())
                        .name(name)
                        .type(ReferenceType.SCALAR)
                        .build());
    }

    /** The entities among the possible types of an interface or union. */
    static Optional<String> memberOf(Draft draft, Class<?> type) {
        List<Class<?>> members = new ArrayList<>(draft.entities().types());
        members.removeIf(entity -> !type.isAssignableFrom(entity));
        return members.stream().map(Class::getName).sorted().findFirst();
    }
}
