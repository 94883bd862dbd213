package org.fitmesh.fit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.fitmesh.cache.BoundedCache;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.fit.hygraph.Hygraph;
import org.fitmesh.fit.hygraph.HygraphClient;
import org.fitmesh.fit.hygraph.HygraphReply;

/**
 * Which workouts Hygraph has published. What it said of a workout counts for a minute, so that many
 * who log the same ones do not use up its rate; that there is none counts for no longer than it
 * takes to answer, for an editor may be just about to publish it.
 */
@ApplicationScoped
class KnownWorkouts {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String QUERY =
            "query KnownWorkout($slug: String) {"
                    + " workout(where: {slug: $slug}, stage: PUBLISHED) { slug } }";

    @Inject private Hygraph hygraph;

    private final Cache<String, Boolean> known =
            Caffeine.newBuilder()
                    .expireAfterWrite(KEPT)
                    .maximumSize(MOST)
                    .executor(Runnable::run)
                    .recordStats()
                    .build();

    /** What is kept, for administrators. */
    @Produces
    KeptCache cache() {
        return new BoundedCache(
                "known-workouts",
                "Workouts that Hygraph has published, for a minute each. Emptied, Hygraph is asked"
                        + " again for each workout that is logged.",
                "entries",
                () -> List.of(known));
    }

    /**
     * Returns if there is such a workout.
     *
     * @throws GraphQLException if there is none, or nobody knows
     */
    void require(String slug) throws GraphQLException {
        if (known.getIfPresent(slug) != null) {
            return;
        }
        if (!isPublished(slug)) {
            throw new GraphQLException("there is no workout \"" + slug + "\"");
        }
        known.put(slug, true);
    }

    private boolean isPublished(String slug) throws GraphQLException {
        HygraphClient client = hygraph.client().orElse(null);
        if (client == null) {
            throw unchecked(Hygraph.ENDPOINT + " is not set");
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("query", QUERY);
        request.putObject("variables").put("slug", slug);
        HygraphReply reply = client.send(request);
        if (reply instanceof HygraphReply.Failure failure) {
            throw unchecked("Hygraph: " + failure.reason());
        }
        HygraphReply.Data data = (HygraphReply.Data) reply;
        JsonNode workout = data.data().path("workout");
        if (!workout.isObject() && !data.errors().isEmpty()) {
            throw unchecked("Hygraph answers with errors");
        }
        return workout.isObject();
    }

    private static GraphQLException unchecked(String reason) {
        return new GraphQLException("the workout could not be checked, try again: " + reason);
    }
}
