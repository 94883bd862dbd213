package org.fitmesh.schema.type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.metadata.SourceCustomization;

/**
 * The names that types have in the end, with what the source's customization puts around them: it
 * may give a type of a table the name of one that keeps its own.
 */
final class TakenNames {
    private final SourceCustomization customization;

    /** Names of the roots, and of what is below a namespace. */
    private final Set<String> roots = new HashSet<>();

    /** To the name without the customization; only where there is one. */
    private final Map<String, String> types = new HashMap<>();

    TakenNames(SourceCustomization customization) {
        this.customization = customization;
        roots.addAll(List.of(TableTypes.QUERY_ROOT, TableTypes.MUTATION_ROOT, "subscription_root"));
        customization.namespace().ifPresent(this::addBelow);
    }

    private void addBelow(String namespace) {
        TableTypes.NAMESPACE_SUFFIXES.forEach(
                suffix -> roots.add(customization.typeName(namespace + suffix)));
    }

    /** The name that one of these types would have and something else has already. */
    Optional<String> clash(CollectedTypes added) {
        if (customization.hasNoAffixes()) {
            return roots.stream().filter(added.types()::containsKey).findFirst();
        }
        for (NamedType type : added.types().values()) {
            String name = CustomizedNames.typeName(customization, type, added);
            if (roots.contains(name)
                    || !types.getOrDefault(name, type.name()).equals(type.name())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** They have their names now. */
    void add(CollectedTypes added) {
        if (customization.hasNoAffixes()) {
            return;
        }
        for (NamedType type : added.types().values()) {
            types.put(CustomizedNames.typeName(customization, type, added), type.name());
        }
    }
}
