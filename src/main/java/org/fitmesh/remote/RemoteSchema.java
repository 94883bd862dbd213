package org.fitmesh.remote;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.RemoteSchemaDefinition;

/**
 * A remote schema that is known: how it is reached and what it has.
 *
 * @param types as its introspection told, under the remote's own names
 */
public record RemoteSchema(RemoteSchemaDefinition definition, TypeSystem types) {

    public String name() {
        return definition.name();
    }

    /** The fields of its query root, whatever that type is called there. */
    public Map<String, FieldDefinition> queryFields() {
        return fields(Optional.of(types.queryType()));
    }

    /** The fields of its mutation root; empty when it has none. */
    public Map<String, FieldDefinition> mutationFields() {
        return fields(types.mutationType());
    }

    private Map<String, FieldDefinition> fields(Optional<String> root) {
        return root.flatMap(types::find)
                .filter(ObjectType.class::isInstance)
                .map(type -> ((ObjectType) type).fields())
                .orElse(Map.of());
    }
}
