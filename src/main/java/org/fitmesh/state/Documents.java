package org.fitmesh.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import org.fitmesh.cache.BoundedCache;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.config.ExperimentalFeature;
import org.fitmesh.config.Settings;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.AbsentVariables;
import org.fitmesh.graphql.operation.DocumentLimits;
import org.fitmesh.graphql.operation.ParsedDocument;

/** Query texts that were parsed; they depend on no schema and outlive snapshots. */
@ApplicationScoped
public class Documents {
    /** Characters of all kept texts together; a parsed text takes some fifty times its length. */
    private static final long MAX_CHARACTERS = 2_000_000;

    /** What an entry weighs besides its text. */
    private static final int OVERHEAD = 100;

    private DocumentLimits limits;
    private AbsentVariables absent;
    private Cache<String, ParsedDocument> documents;

    /** For the container. */
    public Documents() {}

    @Inject
    public Documents(Settings settings) {
        absent =
                settings.features().has(ExperimentalFeature.NO_NULL_UNBOUND_VARIABLE_DEFAULT)
                        ? AbsentVariables.LEFT_AWAY
                        : AbsentVariables.NULL;
        limits = DocumentLimits.DEFAULT.withMaxDepth(settings.limits().queryDepth());
        documents =
                Caffeine.newBuilder()
                        .maximumWeight(MAX_CHARACTERS)
                        .weigher((String text, ParsedDocument document) -> text.length() + OVERHEAD)
                        .executor(Runnable::run)
                        .recordStats()
                        .build();
    }

    /** What is kept, for administrators. */
    @Produces
    KeptCache cache() {
        return new BoundedCache(
                "documents",
                "Query texts that were parsed, for all roles and schemas. Emptied, each text is"
                        + " parsed again when it comes.",
                "characters",
                () -> List.of(documents));
    }

    /**
     * The parsed form of a text.
     *
     * @throws RequestException validation-failed when it is no GraphQL or exceeds the limits
     */
    public ParsedDocument parse(String text) {
        ParsedDocument kept = documents.getIfPresent(text);
        if (kept != null) {
            return kept;
        }
        ParsedDocument parsed = ParsedDocument.parse(text, limits, absent);
        documents.put(text, parsed);
        return parsed;
    }
}
