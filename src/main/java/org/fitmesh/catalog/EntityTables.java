package org.fitmesh.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.jpa.JpaEntityManager;

/** The tables of JPA entities. */
public final class EntityTables {
    private EntityTables() {}

    /**
     * The entities of a persistence unit, by the names of their classes. Does not need the
     * database.
     *
     * @throws jakarta.persistence.PersistenceException when the unit cannot be deployed or is not
     *     run by EclipseLink
     */
    public static List<EntityTable> read(EntityManagerFactory factory) {
        List<EntityTable> tables = new ArrayList<>();
        for (ClassDescriptor descriptor : descriptors(factory)) {
            if (isRoot(descriptor)) {
                tables.add(
                        new EntityTable(
                                descriptor.getJavaClass(),
                                EntityTracking.name(descriptor.getDefaultTable()),
                                isAlone(descriptor)));
            }
        }
        tables.sort(Comparator.comparing(entity -> entity.type().getName()));
        return List.copyOf(tables);
    }

    static List<ClassDescriptor> descriptors(EntityManagerFactory factory) {
        // The way through an entity manager is open on every server; factories come wrapped.
        try (EntityManager entityManager = factory.createEntityManager()) {
            return List.copyOf(
                    entityManager
                            .unwrap(JpaEntityManager.class)
                            .getServerSession()
                            .getDescriptors()
                            .values());
        }
    }

    /** Embeddables have no table; subclasses in a shared table are read through their root. */
    static boolean isRoot(ClassDescriptor descriptor) {
        return !descriptor.isAggregateDescriptor()
                && !descriptor.isChildDescriptor()
                && descriptor.getDefaultTable() != null;
    }

    private static boolean isAlone(ClassDescriptor descriptor) {
        if (descriptor.getTables().size() > 1) {
            return false;
        }
        return !descriptor.hasInheritance()
                || descriptor.getInheritancePolicy().getAllChildDescriptors().stream()
                        .allMatch(child -> child.getTables().size() <= 1);
    }
}
