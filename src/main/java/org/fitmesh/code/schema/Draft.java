package org.fitmesh.code.schema;

import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.catalog.EntityKeys;
import org.fitmesh.metadata.Inconsistency;

/** SmallRye's model while it is changed, and what was left out of it. */
final class Draft {
    private final Schema schema;
    private final EntityKeys entities;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    Draft(Schema schema, EntityKeys entities) {
        this.schema = schema;
        this.entities = entities;
    }

    Schema schema() {
        return schema;
    }

    EntityKeys entities() {
        return entities;
    }

    boolean isEntity(String className) {
        return entities.types().stream().anyMatch(type -> type.getName().equals(className));
    }

    List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    /** Lists an operation; the caller takes it out. */
    void report(Operation operation, String reason) {
        inconsistencies.add(new Inconsistency("code", origin(operation), reason));
    }

    /** Class and method. */
    static String origin(Operation operation) {
        return operation.getClassName() + "." + operation.getMethodName();
    }
}
