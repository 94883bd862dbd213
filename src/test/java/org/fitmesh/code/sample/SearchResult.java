package org.fitmesh.code.sample;

import io.smallrye.graphql.api.Union;

/** A union. */
@Union
public sealed interface SearchResult permits SearchResult.Book, SearchResult.Film {
    /** A member. */
    record Book(String title, int pages) implements SearchResult {}

    /** A member. */
    record Film(String title) implements SearchResult {}
}
