package org.fitmesh.execute;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fitmesh.remote.JsonSlice;

/**
 * A statement that requests read by. While it runs as often at a time as it has lanes, those who
 * come wait for one of these, and the first of them takes others along: by one statement, which
 * costs PostgreSQL and the driver little more than each of them would alone. Where nobody has to
 * wait, nothing is shared.
 *
 * <p>What fails for several is run again for each alone, so nobody sees the failure of another.
 */
final class SharedRead {
    private static final Logger LOG = System.getLogger(SharedRead.class.getName());

    /** How long one that was taken along waits for whoever leads: it may be answered twice. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Together together;
    private final int lanes;
    private final int most;
    private final Duration patience;
    private final SharingPace pace = new SharingPace();

    /** Guarded by this, as what follows. */
    private final Deque<SharedRequest> waiting = new ArrayDeque<>();

    private int running;

    /** Runs the statement once for all. */
    @FunctionalInterface
    interface Together {
        /** The answers, in the order of the requests. */
        List<JsonSlice> read(List<SharedRequest> requests);
    }

    /**
     * @param lanes so often the statement may run at a time before requests wait for each other
     * @param most so many it may answer
     * @param patience how long a request waits for a lane
     */
    SharedRead(Together together, int lanes, int most, Duration patience) {
        this.together = together;
        this.lanes = lanes;
        this.most = most;
        this.patience = patience;
    }

    /** Answers a request. */
    JsonSlice answer(SharedRequest request) {
        if (!pace.allowsSharing()) {
            return request.alone();
        }
        if (begins(request)) {
            return lead(List.of(request));
        }
        SharedRequest.Turn turn = request.await(patience).orElseGet(() -> late(request));
        if (turn.answer().isPresent()) {
            return turn.answer().get();
        }
        return turn.group().isEmpty() ? request.alone() : lead(turn.group());
    }

    /** Whether there was a lane for it; otherwise it waits. */
    private synchronized boolean begins(SharedRequest request) {
        if (running < lanes) {
            running++;
            return true;
        }
        waiting.add(request);
        return false;
    }

    /** One that has waited for long goes alone, unless it has just been told to lead. */
    private SharedRequest.Turn late(SharedRequest request) {
        if (!leaves(request)) {
            Optional<SharedRequest.Turn> turn = request.await(LONGEST);
            if (turn.isPresent()) {
                return turn.get();
            }
        }
        return SharedRequest.Turn.ALONE;
    }

    private synchronized boolean leaves(SharedRequest request) {
        return waiting.remove(request);
    }

    private JsonSlice lead(List<SharedRequest> group) {
        try {
            return group.size() == 1 ? alone(group.get(0)) : first(group);
        } finally {
            leaveLane();
        }
    }

    private JsonSlice alone(SharedRequest request) {
        long begin = System.nanoTime();
        JsonSlice answer = request.alone();
        pace.took(1, begin, answer.length());
        return answer;
    }

    private JsonSlice first(List<SharedRequest> group) {
        try {
            return together(group);
        } catch (RuntimeException | Error e) {
            // Whoever it was, the others shall not be held up by the like of it again and again.
            pace.failed();
            LOG.log(Level.DEBUG, "a statement for several is run again for each", e);
        } finally {
            // Those that are answered have their turn already.
            group.forEach(SharedRequest::goAlone);
        }
        return group.get(0).alone();
    }

    private JsonSlice together(List<SharedRequest> group) {
        long begin = System.nanoTime();
        List<JsonSlice> answers = together.read(group);
        pace.took(
                group.size(), begin, answers.stream().mapToInt(JsonSlice::length).max().orElse(0));
        for (int i = 1; i < group.size(); i++) {
            group.get(i).answered(answers.get(i));
        }
        return answers.get(0);
    }

    /** To those who wait, or to nobody. */
    private synchronized void leaveLane() {
        if (waiting.isEmpty()) {
            running--;
            return;
        }
        // Powers of two: each size is a statement that PostgreSQL prepares for each connection.
        int size = Integer.highestOneBit(Math.min(most, waiting.size()));
        List<SharedRequest> group = new ArrayList<>(size);
        while (group.size() < size) {
            group.add(waiting.remove());
        }
        group.get(0).lead(group);
    }
}
