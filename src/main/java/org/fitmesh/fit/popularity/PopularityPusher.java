package org.fitmesh.fit.popularity;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.fitmesh.fit.hygraph.HygraphClient;
import org.fitmesh.fit.hygraph.HygraphReply;

/**
 * Tells Hygraph the popularity of the workouts that changed, in rounds. Two requests for many
 * workouts: what is there, and what is new. Numbers are absolute, so a request may be repeated; and
 * one node sends at a time, so no number is written after a newer one. Not for several threads.
 */
final class PopularityPusher {
    /** Workouts in a request, at most. Each is an update and a publication, which take a while. */
    static final int LARGEST_CHUNK = 25;

    private static final Logger LOG = System.getLogger(PopularityPusher.class.getName());

    private final PushTurn turn;
    private final PushQueue queue;
    private final HygraphClient hygraph;
    private final Duration gap;
    private int chunk = LARGEST_CHUNK;
    private volatile boolean stopped;

    /**
     * A pusher that has sent nothing yet.
     *
     * @param requestsPerSecond of all nodes together, at most
     */
    PopularityPusher(
            DataSource database, PushTurn turn, HygraphClient hygraph, int requestsPerSecond) {
        this.turn = turn;
        this.queue = new PushQueue(database);
        this.hygraph = hygraph;
        this.gap = Duration.ofNanos(1_000_000_000L / requestsPerSecond);
    }

    /**
     * One round: every slug that is due, once. Ends early when Hygraph fails, when it is to be left
     * alone for a while and when another node is at it.
     *
     * @throws SQLException when the database fails; the next round takes up what is left
     */
    void round() throws SQLException, InterruptedException {
        Optional<PushTurn.Taken> taken = turn.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            OffsetDateTime begin = taken.get().now();
            boolean more = taken.get().pause().compareTo(gap) <= 0;
            while (more && !stopped) {
                Map<String, Long> due = queue.take(begin, chunk);
                more = !due.isEmpty() && push(due);
            }
        } finally {
            turn.release();
        }
    }

    /** Ends a round that is under way, after the request that is. */
    void stop() {
        stopped = true;
    }

    /** Whether to go on. */
    private boolean push(Map<String, Long> due) throws SQLException, InterruptedException {
        List<String> slugs = new ArrayList<>(due.keySet());
        Optional<HygraphReply.Data> there = ask(WorkoutRequests.read(slugs), due.keySet());
        if (there.isEmpty()) {
            return false;
        }
        WorkoutRequests.Read read = WorkoutRequests.numbers(slugs, there.get());
        unknown(read.unknown(), due);
        queue.baseline(read.numbers());
        Set<String> silent = new LinkedHashSet<>(slugs);
        silent.removeAll(read.unknown());
        silent.removeAll(read.numbers().keySet());
        refused(silent);
        return read.numbers().isEmpty() || write(read.numbers().keySet());
    }

    private boolean write(Set<String> slugs) throws SQLException, InterruptedException {
        if (!mayAsk()) {
            return false;
        }
        Map<String, Long> numbers = queue.begin(slugs);
        if (numbers.isEmpty()) {
            return true;
        }
        Optional<HygraphReply.Data> written = send(WorkoutRequests.push(numbers), numbers.keySet());
        if (written.isEmpty()) {
            return false;
        }
        Map<String, Long> pushed = WorkoutRequests.pushed(numbers, written.get());
        queue.pushed(pushed);
        Set<String> others = new LinkedHashSet<>(numbers.keySet());
        others.removeAll(pushed.keySet());
        refused(others);
        chunk = Math.min(LARGEST_CHUNK, chunk + 1);
        return true;
    }

    private Optional<HygraphReply.Data> ask(JsonNode request, Set<String> slugs)
            throws SQLException, InterruptedException {
        return mayAsk() ? send(request, slugs) : Optional.empty();
    }

    /** Waits until the rate allows a request; false when it is not this node's turn any more. */
    private boolean mayAsk() throws SQLException, InterruptedException {
        Optional<PushTurn.Taken> taken = turn.take();
        if (taken.isEmpty()) {
            return false;
        }
        long millis = taken.get().pause().toMillis();
        if (millis > 0) {
            Thread.sleep(Math.min(millis, gap.toMillis() + 1));
        }
        return !stopped && turn.beginRequest(gap);
    }

    /** Empty when the request failed as a whole: then Hygraph is left alone for a while. */
    private Optional<HygraphReply.Data> send(JsonNode request, Set<String> slugs)
            throws SQLException {
        HygraphReply reply = hygraph.send(request);
        if (reply instanceof HygraphReply.Data data) {
            if (turn.worked()) {
                LOG.log(Level.INFO, "Hygraph answers again: popularity is pushed");
            }
            return Optional.of(data);
        }
        HygraphReply.Failure failure = (HygraphReply.Failure) reply;
        int failures = turn.failed(failure.retryAfter());
        if (failures == 1) {
            LOG.log(
                    Level.WARNING,
                    "popularity is not pushed to Hygraph for now: {0}; it is tried again",
                    failure.reason());
        }
        if (failure.rejected() && slugs.size() == 1) {
            refused(slugs);
        }
        if (failure.retryAfter().isZero()) {
            // It may be too much for it at once, or one of them that spoils it for the others.
            chunk = Math.max(1, Math.min(chunk, slugs.size()) / 2);
        }
        return Optional.empty();
    }

    private void unknown(Set<String> slugs, Map<String, Long> due) throws SQLException {
        if (slugs.isEmpty()) {
            return;
        }
        Map<String, Long> settled = new LinkedHashMap<>(due);
        settled.keySet().retainAll(slugs);
        queue.unknown(settled);
        LOG.log(
                Level.DEBUG,
                "{0} slugs name no published workout in Hygraph: see"
                        + " workout_popularity.unknown_since",
                slugs.size());
    }

    private void refused(Set<String> slugs) throws SQLException {
        if (slugs.isEmpty()) {
            return;
        }
        queue.refused(slugs);
        LOG.log(
                Level.WARNING,
                "Hygraph refused the popularity of {0} workouts: see workout_popularity.refusals",
                slugs.size());
    }
}
