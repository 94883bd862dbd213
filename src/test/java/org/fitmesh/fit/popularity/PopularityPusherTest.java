package org.fitmesh.fit.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fitmesh.config.Secret;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.hygraph.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of the stand-in at its start: fran 371, murph 412, cindy 388. */
@Timeout(120)
class PopularityPusherTest {
    private static final int FAST = 1000;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static PopularityDatabase database;
    private static HygraphStandIn hygraph;

    private HygraphClient client;
    private PopularityPusher pusher;

    @BeforeAll
    static void start() throws Exception {
        database = PopularityDatabase.start();
        hygraph = HygraphStandIn.start(0, Access.token("secret"));
    }

    @AfterAll
    static void stop() throws Exception {
        hygraph.close();
        database.close();
    }

    @BeforeEach
    void reset() throws SQLException {
        database.reset();
        hygraph.clearFaults();
        hygraph.restore();
        hygraph.rate(0);
        hygraph.clearRequests();
        client = client("Bearer secret");
        pusher = pusher(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

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

    static Stream<Arguments> faults() {
        return Stream.of(
                        Kind.SERVER_ERROR, Kind.HTML, Kind.RESET, Kind.TOO_MANY_REQUESTS, Kind.HANG)
                .flatMap(kind -> IntStream.range(0, 4).mapToObj(n -> Arguments.of(kind, n)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theNumberIsRightInTheEndWhateverFails(Kind kind, int requestsBefore) throws Exception {
        if (requestsBefore > 0) {
            hygraph.fault(new Fault(Kind.DELAY, requestsBefore, 0));
        }
        hygraph.fault(new Fault(kind, 2, kind == Kind.HANG ? 60_000 : 0));
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
        hygraph.fault(new Fault(Kind.DELAY, 1, 0));
        hygraph.fault(new Fault(Kind.DELAY, 1, 2 * TIMEOUT.toMillis()));
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
        hygraph.clearRequests();
        pusher.round();
        assertThat(hygraph.requestCount()).as("it waits longer and longer").isZero();
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

    private static HygraphClient client(String token) {
        URI address = hygraph.endpoint();
        return new HygraphClient(address, Optional.of(new Secret(token)), TIMEOUT);
    }

    private static PushTurn turn() {
        return new PushTurn(database.dataSource(), UUID.randomUUID());
    }

    private static PopularityPusher pusher(HygraphClient client) {
        return new PopularityPusher(database.dataSource(), turn(), client, FAST);
    }

    private static int published(String slug) {
        return hygraph.popularity(slug, Stage.PUBLISHED).orElseThrow();
    }

    private static void endPause() throws SQLException {
        database.run("update fitmesh.popularity_push set next_request_at = 'epoch'");
    }

    private static long pauseMillis() throws SQLException {
        return Long.parseLong(
                database.strings(
                                "select round(extract(epoch from next_request_at - now()) * 1000)"
                                        + " from fitmesh.popularity_push")
                        .get(0));
    }

    private static String row(String slug) throws SQLException {
        return database.strings(
                        "select concat('sessions ', sessions, ' baseline ', baseline,"
                                + " coalesce(' settled ' || settled || ' pushed', ' not settled'))"
                                + " from workout_popularity where slug = '%s'".formatted(slug))
                .get(0);
    }
}
