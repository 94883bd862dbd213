package org.fitmesh.fit.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.fitmesh.dev.hygraph.Stage;
import org.fitmesh.fit.hygraph.HygraphClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers Hygraph is told, with how many requests. */
@Timeout(120)
class PopularityPusherTest extends PopularityPushes {
    @ParameterizedTest
    @ValueSource(strings = {"secret", "Bearer secret", " secret\n"})
    void hygraphsNumberIsTheBaseline(String token) throws Exception {
        database.log("fran", "fran", "murph");
        try (HygraphClient other = client(token)) {
            pusher(other).round();
        }

        assertThat(published("fran")).isEqualTo(373);
        assertThat(published("murph")).isEqualTo(413);
        assertThat(row("fran")).isEqualTo("sessions 2 baseline 371 settled 373 pushed");
        database.log("fran");
        pusher.round();
        assertThat(published("fran")).isEqualTo(374);
    }

    @Test
    void nothingIsAskedWhenNothingChanged() throws Exception {
        database.log("fran");
        pusher.round();
        int requests = hygraph.requestCount();
        pusher.round();

        assertThat(requests).isEqualTo(2);
        assertThat(hygraph.requestCount()).isEqualTo(2);
    }

    @Test
    void twoRequestsServeManyWorkouts() throws Exception {
        String[] slugs = {"fran", "murph", "cindy", "grace", "helen", "annie", "barbara", "angie"};
        for (int i = 0; i < 50; i++) {
            database.log(slugs);
        }
        pusher.round();

        assertThat(hygraph.requestCount()).isEqualTo(2);
        assertThat(published("angie")).isEqualTo(233 + 50);
    }

    @Test
    void unknownSlugsAreLeftOutAndAskedForAgainOnlyWhenTheyAreLoggedAgainAnHourLater()
            throws Exception {
        String[] unknown =
                IntStream.range(0, 3 * PopularityPusher.LARGEST_CHUNK)
                        .mapToObj(i -> "none-" + i)
                        .toArray(String[]::new);
        database.log(unknown);
        database.log("fran", "");
        pusher.round();

        assertThat(published("fran")).isEqualTo(372);
        assertThat(
                        database.strings(
                                "select slug from workout_popularity where baseline is not null"))
                .containsExactly("fran");
        assertThat(
                        database.strings(
                                "select count(*) from workout_popularity"
                                        + " where unknown_since is not null and pushed_at is null"))
                .containsExactly("" + (unknown.length + 1));
        hygraph.clearRequests();
        pusher.round();
        database.log(unknown);
        pusher.round();
        assertThat(hygraph.requestCount()).as("within the hour").isZero();

        database.run("update workout_popularity set due_at = due_at - interval '1 hour'");
        database.run("update workout_popularity set sessions = 1 where slug <> 'none-7'");
        pusher.round();
        assertThat(hygraph.requestCount()).as("one logged again").isEqualTo(1);
    }

    @Test
    void aWorkoutThatComesLaterIsFound() throws Exception {
        hygraph.unpublish("fran");
        database.log("fran");
        pusher.round();
        assertThat(hygraph.popularity("fran", Stage.PUBLISHED)).as("not published").isEmpty();
        assertThat(hygraph.popularity("fran", Stage.DRAFT)).as("nor touched").hasValue(371);

        hygraph.restore();
        database.log("fran");
        database.run("update workout_popularity set due_at = due_at - interval '1 hour'");
        pusher.round();

        assertThat(published("fran")).isEqualTo(373);
        assertThat(
                        database.strings(
                                "select slug from workout_popularity where unknown_since is null"))
                .containsExactly("fran");
    }

    @Test
    void aWorkoutThatAnEditorTookBackStaysSo() throws Exception {
        database.log("fran");
        pusher.round();
        hygraph.unpublish("fran");
        database.log("fran");
        pusher.round();

        assertThat(hygraph.popularity("fran", Stage.PUBLISHED)).isEmpty();
    }

    @Test
    void theBaselineCanBeSetAnew() throws Exception {
        database.log("fran", "fran");
        pusher.round();
        database.run("update workout_popularity set baseline = 1000 - sessions");
        pusher.round();
        assertThat(published("fran")).isEqualTo(1000);

        database.run("update workout_popularity set baseline = 5000000000");
        database.log("murph");
        pusher.round();
        assertThat(published("fran")).as("Hygraph's largest").isEqualTo(Integer.MAX_VALUE);
        assertThat(published("murph")).isEqualTo(413);
        hygraph.clearRequests();
        pusher.round();
        assertThat(hygraph.requestCount()).isZero();
    }
}
