package org.fitmesh.code.schema;

/**
 * Stands for the class of the queries that hand in entities: SmallRye looks for a method. What is
 * called is {@code code.run}'s data fetcher.
 */
public final class EntityRoots {
    static final String METHOD = "entities";

    private EntityRoots() {}

    /**
     * Never called.
     *
     * @throws IllegalStateException always
     */
    public static Object[] entities() {
        throw new IllegalStateException("answered by its data fetcher");
    }

    /** Whether that is the class of an operation. */
    public static boolean isClassOf(io.smallrye.graphql.schema.model.Operation operation) {
        return operation.getClassName().equals(EntityRoots.class.getName());
    }
}
