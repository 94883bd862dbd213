package org.fitmesh.fit.popularity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.fit.hygraph.HygraphReply;

/** The requests for many workouts at once, as aliased fields, and what their replies say. */
final class WorkoutRequests {
    private WorkoutRequests() {}

    /**
     * What Hygraph has.
     *
     * @param numbers of the published workouts; 0 for one that has none yet
     * @param unknown slugs of which there is no published workout
     */
    record Read(Map<String, Long> numbers, Set<String> unknown) {}

    /**
     * Asks for the published workouts. Only those: publishing one that an editor has not published,
     * or has taken back, would be none of our business.
     */
    static JsonNode read(List<String> slugs) {
        StringBuilder parameters = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < slugs.size(); i++) {
            parameters.append(" $s").append(i).append(": String");
            fields.append(" w%d: workout(where: {slug: $s%d}, stage: PUBLISHED)".formatted(i, i));
            fields.append(" { slug popularity }");
            variables.put("s" + i, slugs.get(i));
        }
        return request("query ReadPopularity(" + parameters + ") {" + fields + " }", variables);
    }

    /** What the reply to {@link #read} says; slugs of which it says nothing are in neither part. */
    static Read numbers(List<String> slugs, HygraphReply.Data reply) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (int i = 0; i < slugs.size(); i++) {
            String alias = "w" + i;
            JsonNode workout = reply.data().path(alias);
            if (workout.isObject()) {
                numbers.put(slugs.get(i), workout.path("popularity").asLong(0));
            } else if (workout.isNull() && !failed(alias, reply)) {
                unknown.add(slugs.get(i));
            }
        }
        return new Read(numbers, unknown);
    }

    /** Writes the numbers and publishes them. */
    static JsonNode push(Map<String, Long> numbers) {
        StringBuilder parameters = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        int i = 0;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            parameters.append(" $s%d: String $n%d: Int".formatted(i, i));
            fields.append(" u%d: updateWorkout(where: {slug: $s%d},".formatted(i, i));
            fields.append(" data: {popularity: $n%d}) { id popularity }".formatted(i));
            fields.append(" p%d: publishWorkout(where: {slug: $s%d},".formatted(i, i));
            fields.append(" to: PUBLISHED) { id }");
            variables.put("s" + i, number.getKey()).put("n" + i, number.getValue());
            i++;
        }
        return request("mutation PushPopularity(" + parameters + ") {" + fields + " }", variables);
    }

    /** The numbers that the reply to {@link #push} says are written and published. */
    static Map<String, Long> pushed(Map<String, Long> numbers, HygraphReply.Data reply) {
        Map<String, Long> pushed = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            JsonNode updated = reply.data().path("u" + i).path("popularity");
            boolean written = updated.isNumber() && updated.asLong() == number.getValue();
            if (written && reply.data().path("p" + i).isObject()) {
                pushed.put(number.getKey(), number.getValue());
            }
            i++;
        }
        return pushed;
    }

    /** Whether an error is said to be of that field, or of none. */
    private static boolean failed(String alias, HygraphReply.Data reply) {
        for (JsonNode error : reply.errors()) {
            JsonNode field = error.path("path").path(0);
            if (field.isMissingNode() || field.asText().equals(alias)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode request(String query, ObjectNode variables) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        return request.put("query", query).set("variables", variables);
    }
}
