package org.fitmesh.code;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.metadata.Inconsistency;

/**
 * What the Java code of the application offers; fixed when it is deployed.
 *
 * <p>Scalars have the names that tables use ({@code uuid}, {@code timestamptz}, …). Where an entity
 * of a table is returned, the name of the type is that of the entity's class, such as {@code
 * org.fitmesh.fit.User}: a name that no GraphQL type can have. Whoever makes a role's schema puts
 * the type of the table there.
 *
 * @param types all types that the fields refer to, by name, the built-in scalars and, as scalars,
 *     the entities included; no root types
 * @param queries fields of the query root by name
 * @param mutations fields of the mutation root by name
 * @param entities by the name of their class
 * @param inconsistencies what of the code cannot be offered, and why
 */
public record CodeModel(
        Map<String, NamedType> types,
        Map<String, CodeField> queries,
        Map<String, CodeField> mutations,
        Map<String, CodeEntity> entities,
        List<Inconsistency> inconsistencies) {
    /** An application without such code. */
    public static final CodeModel NONE =
            new CodeModel(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    /** All fields, those of entities among them. */
    public Stream<CodeField> fields() {
        Stream<CodeField> ofEntities =
                entities.values().stream().flatMap(entity -> entity.sources().values().stream());
        return Stream.of(queries.values().stream(), mutations.values().stream(), ofEntities)
                .flatMap(fields -> fields);
    }
}
