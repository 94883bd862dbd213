package org.fitmesh.fit.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fitmesh.catalog.TableName;
import org.fitmesh.event.Deliveries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SessionCounterTest {
    private static final String COUNTS =
            "select slug || ' ' || sessions from workout_popularity order by slug";

    private static PopularityDatabase database;

    private SessionCounter counter;

    @BeforeAll
    static void start() throws Exception {
        database = PopularityDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void reset() throws SQLException {
        database.reset();
        counter = new SessionCounter(database.dataSource());
    }

    @Test
    void eachEventCountsOnceHoweverOftenItComes() throws SQLException {
        LoggedSession first = session("fran");
        List<LoggedSession> batch = List.of(first, session("fran"), session("murph"), first);
        counter.count(batch);
        counter.count(batch);
        counter.count(List.of(session("fran"), first));

        assertThat(database.strings(COUNTS)).containsExactly("fran 3", "murph 1");
        assertThat(
                        database.strings(
                                "select popularity from workout_popularity where slug = 'fran'"))
                .containsExactly("3");
    }

    @Test
    void slugsThatNoWorkoutHasDoNotHoldUpTheOthers() throws SQLException {
        StringBuilder incompressible = new StringBuilder();
        new Random(1).ints(10_000, 'a', 'z' + 1).forEach(incompressible::appendCodePoint);
        String longest = incompressible.substring(0, SessionCounter.LONGEST_SLUG_BYTES);
        counter.count(
                List.of(
                        session(""),
                        session(incompressible.toString()),
                        session("x".repeat(10_000)),
                        session(longest),
                        session("ü'\\\"{},\n\t🏋️"),
                        session("NULL"),
                        session("a\0b"),
                        new LoggedSession(UUID.randomUUID(), null),
                        session("fran")));

        assertThat(database.strings("select slug from workout_popularity where sessions = 1"))
                .containsExactlyInAnyOrder("", longest, "ü'\\\"{},\n\t🏋️", "NULL", "fran");
    }

    @Test
    void aBatchWithoutAnythingToCountIsFine() throws SQLException {
        counter.count(List.of());
        counter.count(List.of(session("x".repeat(10_000))));

        assertThat(database.strings(COUNTS)).isEmpty();
    }

    @Test
    void manyAtOnceCountExactlyAndDoNotBlockEachOther() throws Exception {
        List<LoggedSession> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            all.add(session("workout-" + i % 10));
        }
        List<Callable<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            List<LoggedSession> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(node));
            nodes.add(() -> countInBatches(shuffled));
        }
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        for (Future<Void> done : threads.invokeAll(nodes)) {
            done.get();
        }
        threads.shutdown();

        assertThat(database.strings("select distinct sessions from workout_popularity"))
                .containsExactly("200");
    }

    @Test
    void idsStayUntilTheirEventsAreGone() throws SQLException {
        LoggedSession kept = session("fran");
        LoggedSession gone = session("fran");
        LoggedSession young = session("fran");
        counter.count(List.of(kept, gone, young));
        database.run(
                "insert into fitmesh.event_log (id, trigger_name, schema_name, table_name, payload)"
                        + " values ('%s', 'popularity', 'public', 'sessions', '{}')"
                                .formatted(kept.eventId()),
                "update fitmesh.counted_event set counted_at = now() - interval '2 hours'"
                        + " where event_id <> '%s'".formatted(young.eventId()));

        assertThat(counter.forget(Duration.ofHours(1), 100)).isEqualTo(1);
        assertThat(counter.forget(Duration.ofHours(1), 100)).isZero();
        counter.count(List.of(kept, young));
        assertThat(database.strings(COUNTS)).containsExactly("fran 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT | {\"slug\":\"fran\"}         | fran",
                "INSERT | {\"slug\":\"\",\"id\":1}    | ''",
                "INSERT | {\"slug\":null}             | ",
                "INSERT | {\"slug\":5}                | ",
                "INSERT | {}                          | ",
                "INSERT | nonsense                    | ",
                "INSERT |                             | ",
                "MANUAL | {\"slug\":\"fran\"}         | ",
                "UPDATE | {\"slug\":\"fran\"}         | ",
                "DELETE |                             | "
            })
    void onlyInsertedSessionsCount(String operation, String row, String slug) {
        Deliveries.Event event =
                new Deliveries.Event(
                        UUID.randomUUID(),
                        operation,
                        TableName.inPublic("sessions"),
                        Instant.EPOCH,
                        0,
                        Optional.empty(),
                        Optional.ofNullable(row),
                        Map.of());

        assertThat(SessionObserver.session(event).map(LoggedSession::slug))
                .isEqualTo(Optional.ofNullable(slug));
    }

    private static LoggedSession session(String slug) {
        return new LoggedSession(UUID.randomUUID(), slug);
    }

    private Void countInBatches(List<LoggedSession> sessions) throws SQLException {
        for (int from = 0; from < sessions.size(); from += 100) {
            counter.count(sessions.subList(from, Math.min(sessions.size(), from + 100)));
        }
        return null;
    }
}
