package org.fitmesh.schema.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.SourceCustomization;

/**
 * The fields of one root while they are generated. Of two with the same name the first stays; the
 * other is told in Hasura's words, which refuses all of it.
 *
 * @param root the name of the type in messages
 * @param source the name of the source in messages
 * @param customization of the source
 * @param fields by their names with the customization
 * @param clashes what was left out
 */
record RootFields(
        String root,
        String source,
        SourceCustomization customization,
        Map<String, RootField> fields,
        List<Inconsistency> clashes) {

    RootFields(String root, String source, SourceCustomization customization) {
        this(root, source, customization, new LinkedHashMap<>(), new ArrayList<>());
    }

    void add(RootField field) {
        RootField first = fields.putIfAbsent(nameOf(field), field);
        if (first != null) {
            clashes.add(clash(first, field));
        }
    }

    private String nameOf(RootField field) {
        return customization.rootField(field.definition().name());
    }

    /** The first of these fields that has the name of one that is there. */
    Optional<Inconsistency> clash(List<RootField> others) {
        return others.stream()
                .filter(other -> fields.containsKey(nameOf(other)))
                .map(other -> clash(fields.get(nameOf(other)), other))
                .findFirst();
    }

    private Inconsistency clash(RootField first, RootField second) {
        String reason =
                "Encountered conflicting definitions in the selection set for '%s' for field '%s'"
                        + " defined in [%s, %s]. Fields must not be defined more than once across"
                        + " all sources.";
        return new Inconsistency(
                type(second),
                name(second),
                reason.formatted(root, nameOf(second), origin(first), origin(second)),
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
