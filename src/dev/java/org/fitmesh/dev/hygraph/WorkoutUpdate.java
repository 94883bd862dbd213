package org.fitmesh.dev.hygraph;

import java.time.Instant;
import java.util.Map;

/**
 * {@code WorkoutUpdateInput}: the fields given replace the old values.
 *
 * @param values by field name; null values clear
 */
record WorkoutUpdate(Map<String, Object> values) {

    Workout apply(Workout old, Instant at) {
        return new Workout(
                old.id(),
                Stage.DRAFT,
                text("slug", old.slug()),
                text("title", old.title()),
                text("description", old.description()),
                values.containsKey("popularity")
                        ? (Integer) values.get("popularity")
                        : old.popularity(),
                old.image(),
                old.warmup(),
                old.program(),
                old.coolDown(),
                old.createdAt(),
                at,
                old.publishedAt());
    }

    private String text(String field, String old) {
        return values.containsKey(field) ? (String) values.get(field) : old;
    }
}
