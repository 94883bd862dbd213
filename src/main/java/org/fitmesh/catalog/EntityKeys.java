package org.fitmesh.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;

/**
 * The keys of the entities of a persistence unit. Values are those of the database, converters and
 * embedded ids resolved, as texts.
 */
public final class EntityKeys {
    /** A unit without entities. */
    public static final EntityKeys NONE = new EntityKeys(null, Map.of());

    private record Mapped(ClassDescriptor root, EntityKey key) {}

    private final AbstractSession session;
    private final Map<Class<?>, Mapped> entities;

    private EntityKeys(AbstractSession session, Map<Class<?>, Mapped> entities) {
        this.session = session;
        this.entities = entities;
    }

    /**
     * Reads the mappings. Does not need the database.
     *
     * @throws jakarta.persistence.PersistenceException when the unit cannot be deployed or is not
     *     run by EclipseLink
     */
    public static EntityKeys read(EntityManagerFactory factory) {
        Map<Class<?>, Mapped> entities = new LinkedHashMap<>();
        for (ClassDescriptor descriptor : EntityTables.descriptors(factory)) {
            ClassDescriptor root = root(descriptor);
            if (EntityTables.isRoot(root)) {
                entities.put(descriptor.getJavaClass(), new Mapped(root, key(root)));
            }
        }
        return new EntityKeys(session(factory), entities);
    }

    private static AbstractSession session(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return (AbstractSession)
                    entityManager.unwrap(JpaEntityManager.class).getServerSession();
        }
    }

    private static ClassDescriptor root(ClassDescriptor descriptor) {
        return descriptor.isChildDescriptor()
                ? descriptor.getInheritancePolicy().getRootParentDescriptor()
                : descriptor;
    }

    private static EntityKey key(ClassDescriptor root) {
        List<String> columns =
                root.getPrimaryKeyFields().stream()
                        .map(f -> EntityTracking.asStored(f.getName(), f.shouldUseDelimiters()))
                        .toList();
        return new EntityKey(
                root.getJavaClass(), EntityTracking.name(root.getDefaultTable()), columns);
    }

    /** The classes of all entities, subclasses included. */
    public Collection<Class<?>> types() {
        return entities.keySet();
    }

    /** The key of an entity's class, of a class below one too. Empty when it is no entity. */
    public Optional<EntityKey> find(Class<?> type) {
        return mapped(type).map(Mapped::key);
    }

    /**
     * The entity's class of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Class<?> named(String type) {
        return entities.keySet().stream()
                .filter(known -> known.getName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entity: " + type));
    }

    private Optional<Mapped> mapped(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Mapped found = entities.get(at);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * The key of an entity, in the order of {@link EntityKey#columns}.
     *
     * @throws IllegalArgumentException when it is no entity, or has no key yet
     */
    public List<String> key(Object entity) {
        Mapped mapped =
                mapped(entity.getClass())
                        .orElseThrow(() -> refused(entity, "is no entity of the unit"));
        AbstractRecord row =
                session.getDescriptor(entity.getClass())
                        .getObjectBuilder()
                        .extractPrimaryKeyRowFromObject(entity, session);
        List<String> key = new ArrayList<>();
        for (DatabaseField field : mapped.root().getPrimaryKeyFields()) {
            Object value = row.get(field);
            if (value == null) {
                throw refused(entity, "has no value of " + field.getName() + ": it was not saved");
            }
            key.add(KeyText.of(value));
        }
        return List.copyOf(key);
    }

    private static IllegalArgumentException refused(Object entity, String reason) {
        return new IllegalArgumentException("an object of " + entity.getClass() + " " + reason);
    }

    /**
     * Loads entities with one statement, in the transaction of the entity manager if there is one.
     *
     * @param type an entity's class
     * @param keys as {@link #key(Object)} gives them; none twice
     * @return those that exist, by their key
     */
    public Map<List<String>, Object> load(
            EntityManager entityManager, Class<?> type, Collection<List<String>> keys) {
        Mapped mapped = mapped(type).orElseThrow();
        Map<List<String>, Object> found = new LinkedHashMap<>();
        for (Object entity : EntityQuery.of(mapped.root(), keys).run(entityManager)) {
            found.put(key(entity), entity);
        }
        return found;
    }
}
