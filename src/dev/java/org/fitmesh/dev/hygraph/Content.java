package org.fitmesh.dev.hygraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The workouts, by stage; safe for many threads. */
final class Content {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Instant WRITTEN = Instant.parse("2021-03-01T08:00:00Z");

    private final Map<Stage, Map<String, Workout>> stages = new EnumMap<>(Stage.class);

    Content() {
        restore();
    }

    /** Puts everything back as the resource has it. */
    synchronized void restore() {
        for (Stage stage : Stage.values()) {
            stages.put(stage, new LinkedHashMap<>());
        }
        for (JsonNode entry : read()) {
            add(entry);
        }
    }

    synchronized List<Workout> all(Stage stage) {
        return List.copyOf(stages.get(stage).values());
    }

    synchronized Optional<Workout> find(Stage stage, Predicate<Workout> which) {
        return stages.get(stage).values().stream().filter(which).findFirst();
    }

    /** Changes a workout in DRAFT; readers of PUBLISHED see nothing of it. */
    synchronized Optional<Workout> update(Predicate<Workout> which, WorkoutUpdate change) {
        Optional<Workout> changed =
                find(Stage.DRAFT, which).map(workout -> change.apply(workout, Instant.now()));
        changed.ifPresent(workout -> stages.get(Stage.DRAFT).put(workout.id(), workout));
        return changed;
    }

    /** Copies a workout from DRAFT to PUBLISHED. */
    synchronized Optional<Workout> publish(Predicate<Workout> which) {
        Optional<Workout> published =
                find(Stage.DRAFT, which).map(workout -> workout.published(Instant.now()));
        published.ifPresent(workout -> stages.get(Stage.PUBLISHED).put(workout.id(), workout));
        return published;
    }

    /** Removes workouts from PUBLISHED; in DRAFT they stay. */
    synchronized void unpublish(Predicate<Workout> which) {
        stages.get(Stage.PUBLISHED).values().removeIf(which);
    }

    private void add(JsonNode entry) {
        ObjectNode fields = entry.deepCopy();
        boolean published = fields.path("published").asBoolean(true);
        fields.remove("published");
        String slug = fields.path("slug").asText();
        String id = id(slug);
        JsonNode picture = fields.remove("image");
        Workout read = YAML.convertValue(fields, Workout.class);
        Asset image = new Asset("a" + id, picture.asText(), slug + ".jpg", "image/jpeg", 1600, 900);
        Workout draft =
                new Workout(
                        id, Stage.DRAFT, slug, read.title(), read.description(), read.popularity(),
                        image, read.warmup(), read.program(), read.coolDown(), WRITTEN, WRITTEN,
                        null);
        stages.get(Stage.DRAFT).put(id, draft);
        if (published) stages.get(Stage.PUBLISHED).put(id, draft.published(WRITTEN));
    }

    /** Shaped as Hygraph's (cuid), and the same in every run. */
    private static String id(String slug) {
        String digits = Long.toString(Integer.toUnsignedLong(slug.hashCode()), 36);
        return "ckm" + "0".repeat(22 - digits.length()) + digits;
    }

    private static JsonNode read() {
        try (InputStream in = Content.class.getResourceAsStream("workouts.yaml")) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
