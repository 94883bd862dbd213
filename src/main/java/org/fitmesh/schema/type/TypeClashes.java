package org.fitmesh.schema.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;

/**
 * Puts together what the tables of a role give. Of two different types with one name the first
 * stays; the table that gives the other is refused whole, as its types need one another.
 *
 * @param types that there are
 * @param taken their names in the end
 * @param refused why, per table
 */
record TypeClashes(
        TypeCollector types,
        TakenNames taken,
        RootFields queries,
        RootFields mutations,
        Map<TableName, Inconsistency> refused) {

    TypeClashes(TypeCollector types, TakenNames taken, RootFields queries, RootFields mutations) {
        this(types, taken, queries, mutations, new LinkedHashMap<>());
    }

    /** Adds what these tables give. */
    void addAll(Map<TableName, TypesOfTable> parts) {
        parts.forEach(
                (name, part) ->
                        clash(part.types())
                                .ifPresentOrElse(
                                        type -> refuse(name, part, clash(name, type, parts)),
                                        () -> addFields(part)));
    }

    private Optional<String> clash(CollectedTypes added) {
        return taken.clash(added).or(() -> types.add(added));
    }

    private void addFields(TypesOfTable part) {
        taken.add(part.types());
        part.queries().forEach(queries::add);
        part.mutations().forEach(mutations::add);
    }

    /** Hasura sees root fields of one name first. */
    private void refuse(TableName name, TypesOfTable part, Inconsistency ofTypes) {
        Optional<Inconsistency> ofFields =
                queries.clash(part.queries()).or(() -> mutations.clash(part.mutations()));
        refused.put(name, ofFields.orElse(ofTypes));
    }

    private Inconsistency clash(TableName table, String type, Map<TableName, TypesOfTable> parts) {
        Optional<TableName> other =
                parts.keySet().stream()
                        .takeWhile(one -> !one.equals(table))
                        .filter(one -> parts.get(one).types().types().containsKey(type))
                        .filter(one -> !refused.containsKey(one))
                        .findFirst();
        return clash("table", table.toString(), type, other.map(one -> "table " + one));
    }

    /**
     * Tells of two types with one name.
     *
     * @param other what has the first one; nothing: it is there without any table
     */
    static Inconsistency clash(String kind, String name, String type, Optional<String> other) {
        String reason =
                "Found conflicting definitions for GraphQL type '%s': %s has that name, too; give one of the two another name";
        return new Inconsistency(
                kind,
                name,
                reason.formatted(type, other.map(one -> "a type of " + one).orElse("another type")),
                Cause.CLASHING);
    }
}
