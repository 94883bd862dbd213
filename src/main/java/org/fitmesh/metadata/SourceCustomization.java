package org.fitmesh.metadata;

import java.util.Optional;

/**
 * The {@code customization} of a source: what its names in GraphQL get.
 *
 * @param namespace the root field that all root fields of the source are below
 * @param rootFields around the names of root fields
 * @param typeNames around the names of types; scalars keep theirs
 */
public record SourceCustomization(
        Optional<String> namespace, Affixes rootFields, Affixes typeNames) {
    /** Nothing is customized. */
    public static final SourceCustomization NONE =
            new SourceCustomization(Optional.empty(), Affixes.NONE, Affixes.NONE);

    /** What stands before a name, and what after it. */
    public record Affixes(String prefix, String suffix) {
        static final Affixes NONE = new Affixes("", "");

        /** The name with them. */
        public String around(String name) {
            return prefix + name + suffix;
        }

        /** The name without them; empty when it has others. */
        public Optional<String> inside(String name) {
            int end = name.length() - suffix.length();
            return end >= prefix.length() && name.startsWith(prefix) && name.endsWith(suffix)
                    ? Optional.of(name.substring(prefix.length(), end))
                    : Optional.empty();
        }
    }

    /** Reads the object. */
    static SourceCustomization of(Entry entry) {
        Optional<Entry> rootFields = entry.optionalObject("root_fields");
        return new SourceCustomization(
                rootFields.flatMap(fields -> fields.optionalText("namespace")),
                affixes(rootFields),
                affixes(entry.optionalObject("type_names")));
    }

    private static Affixes affixes(Optional<Entry> entry) {
        return entry.map(
                        affixes ->
                                new Affixes(
                                        affixes.optionalText("prefix").orElse(""),
                                        affixes.optionalText("suffix").orElse("")))
                .orElse(Affixes.NONE);
    }
}
