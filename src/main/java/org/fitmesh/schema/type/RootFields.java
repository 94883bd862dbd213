package org.fitmesh.schema.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;

/**
 * The fields of one root while they are generated. Of two with the same name the first stays; the
 * other is told in Hasura's words, which refuses all of it.
 *
 * @param root the name of the type in messages
 * @param source the name of the source in messages
 * @param fields by name
 * @param clashes what was left out
 */
record RootFields(
        String root, String source, Map<String, RootField> fields, List<Inconsistency> clashes) {

    RootFields(String root, String source) {
        this(root, source, new LinkedHashMap<>(), new ArrayList<>());
    }

    void add(RootField field) {
        String name = field.definition().name();
        RootField first = fields.putIfAbsent(name, field);
        if (first != null) {
            clashes.add(clash(name, first, field));
        }
    }

    /** The first of these fields that has the name of one that is there. */
    Optional<Inconsistency> clash(List<RootField> others) {
        return others.stream()
                .filter(other -> fields.containsKey(other.definition().name()))
                .map(other -> clash(other.definition().name(), of(other), other))
                .findFirst();
    }

    private RootField of(RootField other) {
        return fields.get(other.definition().name());
    }

    private Inconsistency clash(String name, RootField first, RootField second) {
        String reason =
                "Encountered conflicting definitions in the selection set for '%s' for field '%s'"
                        + " defined in [%s, %s]. Fields must not be defined more than once across"
                        + " all sources.";
        return new Inconsistency(
                type(second),
                name(second),
                reason.formatted(root, name, origin(first), origin(second)),
                Cause.CLASHING);
    }

    private String origin(RootField field) {
        return type(field) + " " + name(field) + " in source " + source;
    }

    private static String type(RootField field) {
        return field.function().isPresent() ? "function" : "table";
    }

    private static String name(RootField field) {
        return field.function()
                .map(function -> function.tracked().function().toString())
                .orElseGet(() -> field.table().model().name().toString());
    }
}
