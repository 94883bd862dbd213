package org.fitmesh.schema.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.code.CodeField;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.NamedType;

/**
 * The code as one role sees it: entities have the names of their tables' types. What leads to a
 * table that the role may not read is not there.
 *
 * @param types all types that the fields refer to but those of tables, by name
 * @param queries fields of the query root by name
 * @param mutations fields of the mutation root by name
 * @param sources fields that are added to a table's type: by the entity's class, then by name
 */
public record CodeView(
        Map<String, NamedType> types,
        Map<String, CodeField> queries,
        Map<String, CodeField> mutations,
        Map<String, Map<String, CodeField>> sources) {

    /**
     * The view of a role.
     *
     * @param roles the role and those that it inherits from: what one of them may use, it may
     * @param readable the tables that the role may read, with the names of their types
     */
    public static CodeView of(Set<String> roles, CodeModel model, Map<TableName, String> readable) {
        Map<String, String> entities = new LinkedHashMap<>();
        for (CodeEntity entity : model.entities().values()) {
            Optional.ofNullable(readable.get(entity.table()))
                    .ifPresent(name -> entities.put(entity.type(), name));
        }
        ReachableTypes types = ReachableTypes.of(model, entities);
        Predicate<CodeField> seen =
                field ->
                        roles.stream().anyMatch(field.access()::allows)
                                && types.allows(field.definition().type());
        Map<String, Map<String, CodeField>> sources = new LinkedHashMap<>();
        for (String entity : entities.keySet()) {
            sources.put(entity, seen(model.entities().get(entity).sources(), seen, types));
        }
        return new CodeView(
                types.types(),
                seen(model.queries(), seen, types),
                seen(model.mutations(), seen, types),
                sources);
    }

    /**
     * The same without these sources.
     *
     * @param refused class of the entity to names of fields
     */
    public CodeView without(Map<String, Set<String>> refused) {
        Map<String, Map<String, CodeField>> kept = new LinkedHashMap<>();
        sources.forEach(
                (entity, fields) -> {
                    Map<String, CodeField> some = new LinkedHashMap<>(fields);
                    some.keySet().removeAll(refused.getOrDefault(entity, Set.of()));
                    kept.put(entity, some);
                });
        return new CodeView(types, queries, mutations, kept);
    }

    private static Map<String, CodeField> seen(
            Map<String, CodeField> fields, Predicate<CodeField> seen, ReachableTypes types) {
        Map<String, CodeField> kept = new LinkedHashMap<>();
        fields.forEach(
                (name, field) -> {
                    if (seen.test(field)) {
                        kept.put(
                                name,
                                new CodeField(
                                        types.renamed(field.definition()),
                                        field.access(),
                                        field.origin()));
                    }
                });
        return kept;
    }
}
