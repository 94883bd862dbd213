package org.fitmesh.code.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Documents that were parsed and found valid, by their text. */
final class KeptDocuments implements PreparsedDocumentProvider {
    /** Documents hold no values, so that an application has few; a plan makes one or two. */
    private static final int MOST = 4000;

    private final Cache<String, PreparsedDocumentEntry> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).recordStats().build();

    Cache<?, ?> cache() {
        return kept;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        PreparsedDocumentEntry known = kept.getIfPresent(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        PreparsedDocumentEntry parsed = parse.apply(input);
        if (!parsed.hasErrors()) {
            kept.put(input.getQuery(), parsed);
        }
        return CompletableFuture.completedFuture(parsed);
    }
}
