package org.fitmesh.metadata;

import java.util.Optional;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.NamingConvention;

/**
 * The {@code customization} of a source: what its names in GraphQL get.
 *
 * @param namespace the root field that all root fields of the source are below
 * @param rootFields around the names of root fields
 * @param typeNames around the names of types; scalars keep theirs
 * @param namingConvention how the generated names are spelled, where that is said
 */
public record SourceCustomization(
        Optional<String> namespace,
        Affixes rootFields,
        Affixes typeNames,
        Optional<NamingConvention> namingConvention) {
    /** Nothing is customized. */
    public static final SourceCustomization NONE =
            new SourceCustomization(Optional.empty(), Affixes.NONE, Affixes.NONE, Optional.empty());

    /** What stands before a name, and what after it. */
    public record Affixes(String prefix, String suffix) {
        static final Affixes NONE = new Affixes("", "");
    }

    /** The same with another naming convention. */
    public SourceCustomization with(NamingConvention convention) {
        return new SourceCustomization(namespace, rootFields, typeNames, Optional.of(convention));
    }

    /** How generated names are spelled. */
    public NamingConvention naming() {
        return namingConvention.orElse(NamingConvention.HASURA_DEFAULT);
    }

    /** Has no name anything before or after it? */
    public boolean hasNoAffixes() {
        return rootFields.equals(Affixes.NONE) && typeNames.equals(Affixes.NONE);
    }

    /** The name of a root field, with what stands before and after it. */
    public String rootField(String name) {
        return around(rootFields, name);
    }

    /** The name of a type, with what stands before and after it. */
    public String typeName(String name) {
        return around(typeNames, name);
    }

    private String around(Affixes affixes, String name) {
        return naming().between(affixes.prefix(), name, affixes.suffix());
    }

    /** Reads the object. */
    static SourceCustomization of(Entry entry) {
        Optional<Entry> rootFields = entry.optionalObject("root_fields");
        return new SourceCustomization(
                rootFields.flatMap(fields -> part("", fields, "namespace")),
                affixes(rootFields),
                affixes(entry.optionalObject("type_names")),
                entry.optionalText("naming_convention").map(SourceCustomization::convention));
    }

    private static NamingConvention convention(String text) {
        return NamingConvention.named(text)
                .orElseThrow(
                        () ->
                                // Hasura's words
                                new MalformedEntry(
                                        "naming_convention can either be \"hasura-default\" or"
                                                + " \"graphql-default\""));
    }

    private static Affixes affixes(Optional<Entry> entry) {
        return entry.map(
                        affixes ->
                                new Affixes(
                                        part("", affixes, "prefix").orElse(""),
                                        part("_", affixes, "suffix").orElse("")))
                .orElse(Affixes.NONE);
    }

    /**
     * Refused in Hasura's words when it is no name after what comes before; an empty one is as
     * none.
     */
    private static Optional<String> part(String before, Entry entry, String key) {
        Optional<String> text = entry.optionalText(key).filter(one -> !one.isEmpty());
        if (text.isPresent() && !GraphQLName.is(before + text.get())) {
            throw new MalformedEntry(text.get() + " is not valid GraphQL name");
        }
        return text;
    }
}
