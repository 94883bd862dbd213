package org.fitmesh.dev.hygraph;

import java.time.Instant;
import java.util.List;

/** One workout as one stage has it; field names are those of the GraphQL type. */
record Workout(
        String id,
        Stage stage,
        String slug,
        String title,
        String description,
        Integer popularity,
        Asset image,
        List<Movement> warmup,
        List<Movement> program,
        List<Movement> coolDown,
        Instant createdAt,
        Instant updatedAt,
        Instant publishedAt) {

    /** The same content in PUBLISHED. */
    Workout published(Instant at) {
        return new Workout(
                id, Stage.PUBLISHED, slug, title, description, popularity, image, warmup, program,
                coolDown, createdAt, updatedAt, at);
    }

    /** The value of a field that can be filtered and ordered by; null when it has none. */
    Comparable<?> field(String name) {
        return switch (name) {
            case "id" -> id;
            case "slug" -> slug;
            case "title" -> title;
            case "description" -> description;
            case "popularity" -> popularity;
            case "createdAt" -> createdAt;
            case "updatedAt" -> updatedAt;
            case "publishedAt" -> publishedAt;
            default -> throw new IllegalArgumentException("no such field: " + name);
        };
    }
}
