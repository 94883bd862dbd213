package org.fitmesh.fit.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told in the end when requests fail, nodes meet, or writers come late. */
@Timeout(120)
class PopularityPushFailureTest extends PopularityPushes {
    static Stream<Arguments> faults() {
        return Stream.of(
                        Kind.SERVER_ERROR, Kind.HTML, Kind.RESET, Kind.TOO_MANY_REQUESTS, Kind.HANG)
                .flatMap(kind -> IntStream.range(0, 4).mapToObj(n -> Arguments.of(kind, n)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theNumberIsRightInTheEndWhateverFails(Kind kind, int requestsBefore) throws Exception {
        if (requestsBefore > 0) {
            hygraph.fault(Fault.once(Kind.DELAY).millis(0).times(requestsBefore));
        }
        hygraph.fault(Fault.once(kind).times(2));
        for (int i = 0; i < 6; i++) {
            database.log("fran", "murph");
            pusher.round();
            endPause();
        }
        pusher.round();

        assertThat(published("fran")).isEqualTo(377);
        assertThat(published("murph")).isEqualTo(418);
        assertThat(row("fran")).isEqualTo("sessions 6 baseline 371 settled 377 pushed");
    }

    @Test
    void aReplyThatGetsLostIsHarmless() throws Exception {
        database.log("fran");
        hygraph.fault(Fault.once(Kind.DELAY).millis(0));
        hygraph.fault(Fault.once(Kind.DELAY).millis(2 * TIMEOUT.toMillis()));
        pusher.round();
        assertThat(row("fran")).isEqualTo("sessions 1 baseline 371 not settled");

        hygraph.clearFaults();
        endPause();
        pusher.round();
        assertThat(published("fran")).isEqualTo(372);
        assertThat(row("fran")).isEqualTo("sessions 1 baseline 371 settled 372 pushed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SERVER_ERROR", "HTML", "TOO_MANY_REQUESTS"})
    void hygraphIsLeftAloneAfterAFailureByAllNodes(Kind kind) throws Exception {
        database.log("fran", "murph");
        hygraph.fault(Fault.always(kind));
        for (int i = 0; i < 50; i++) {
            pusher.round();
            pusher(client).round();
        }

        assertThat(hygraph.requestCount()).isLessThan(5);
        assertThat(pauseMillis()).isLessThanOrEqualTo(60_000);
    }

    @Test
    void thePauseGrowsToAMinute() throws Exception {
        PushTurn turn = turn();
        for (int i = 0; i < 30; i++) {
            turn.failed(Duration.ZERO);
        }
        assertThat(pauseMillis()).isBetween(50_000L, 60_000L);
        turn.failed(Duration.ofSeconds(90));
        assertThat(pauseMillis()).as("Retry-After").isBetween(80_000L, 90_000L);
        assertThat(turn.worked()).isTrue();
        assertThat(turn.failed(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void oneThatIsRefusedDoesNotHoldUpTheOthers() throws Exception {
        hygraph.refuse("cindy");
        database.log("fran", "murph", "cindy", "grace", "helen");
        for (int i = 0; i < 12; i++) {
            pusher.round();
            endPause();
        }

        assertThat(
                        database.strings(
                                "select slug from workout_popularity"
                                        + " where settled is distinct from popularity"))
                .containsExactly("cindy");
        assertThat(published("fran")).isEqualTo(372);
        assertThat(published("helen")).isEqualTo(288);
        // Longer and longer: the eleventh time for minutes, however slow this machine is.
        database.run(
                "update workout_popularity set refusals = 10, due_at = now() where slug = 'cindy'");
        pusher.round();
        endPause();
        hygraph.clearRequests();
        pusher.round();
        assertThat(hygraph.requestCount()).as("it waits").isZero();
    }

    @Test
    void aNodeWaitsForItsTurn() throws Exception {
        PushTurn other = turn();
        assertThat(other.take()).isPresent();
        database.log("fran");
        pusher.round();
        assertThat(hygraph.requestCount()).isZero();

        database.run("update fitmesh.popularity_push set leased_until = now()");
        pusher.round();
        assertThat(published("fran")).isEqualTo(372);
        assertThat(other.beginRequest(Duration.ZERO)).as("its turn went by").isFalse();
    }

    @Test
    void aWriterThatComesLateIsCorrected() throws Exception {
        PushQueue late = new PushQueue(database.dataSource());
        database.log("fran");
        pusher.round();
        Map<String, Long> old = late.begin(List.of("fran"));
        database.log("fran");
        pusher.round();
        assertThat(row("fran")).isEqualTo("sessions 2 baseline 371 settled 373 pushed");

        late.pushed(old);
        pusher.round();
        assertThat(row("fran")).isEqualTo("sessions 2 baseline 371 settled 373 pushed");
        assertThat(hygraph.requestCount()).isEqualTo(6);
    }

    @Test
    void theRateHoldsBetweenRequests() throws Exception {
        database.log("murph");
        hygraph.rate(3);
        new PopularityPusher(database.dataSource(), turn(), client, 2).round();
        database.log("cindy");
        new PopularityPusher(database.dataSource(), turn(), client, 2).round();

        assertThat(published("murph")).isEqualTo(413);
        assertThat(published("cindy")).isEqualTo(389);
        assertThat(database.strings("select failures from fitmesh.popularity_push"))
                .containsExactly("0");
    }

    @Test
    void countingAndPushingDoNotBlockEachOther() throws Exception {
        List<String> slugs =
                new ArrayList<>(
                        List.of("fran", "murph", "cindy", "grace", "helen", "annie", "barbara"));
        database.log(slugs.toArray(String[]::new));
        // The rows lie otherwise than their slugs are ordered.
        Collections.shuffle(slugs, new Random(1));
        for (String slug : slugs) {
            database.run(
                    "update workout_popularity set due_at = now() where slug = '" + slug + "'");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> counting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counting.add(threads.submit(() -> logOften(slugs)));
        }
        for (Future<?> thread : counting) {
            while (!thread.isDone()) {
                pusher.round();
            }
            thread.get();
        }
        threads.shutdown();
        pusher.round();

        assertThat(published("fran")).isEqualTo(371 + 801);
        assertThat(published("murph")).isEqualTo(412 + 801);
    }

    private static Void logOften(List<String> slugs) throws SQLException {
        for (int i = 0; i < 200; i++) {
            database.log(slugs.toArray(String[]::new));
        }
        return null;
    }
}
