package org.fitmesh.event.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Results on their way into the log. While one group is written, and a little longer, the next one
 * gathers. While the database is away they wait; there are never more than deliveries may be open.
 */
final class Results {
    private static final Logger LOG = System.getLogger(Results.class.getName());
    private static final int MOST_AT_ONCE = 500;

    /** So many at once are cheap, each by itself. */
    private static final int MANY = 20;

    private static final String DATA_EXCEPTION = "22";

    /** A commit each; nobody waits for it but the room for more deliveries. */
    private static final Duration BETWEEN_GROUPS = Duration.ofMillis(20);

    private final ResultLog log;
    private final Outage outage;
    private final Consumer<List<Result>> written;
    private final Queue<Result> waiting = new ConcurrentLinkedQueue<>();
    private final Coalesced writing;

    /**
     * Results of one node.
     *
     * @param written is told what is in the log now
     */
    Results(ResultLog log, Executor executor, Outage outage, Consumer<List<Result>> written) {
        this.log = log;
        this.outage = outage;
        this.written = written;
        this.writing = new Coalesced(executor, BETWEEN_GROUPS, this::write);
    }

    /** Takes a result; returns at once. While the database is away, {@link #retry} tries it. */
    void add(Result result) {
        waiting.add(result);
        if (!outage.isAway()) {
            writing.request();
        }
    }

    /** Tries again what could not be written. */
    void retry() {
        if (!waiting.isEmpty()) {
            writing.request();
        }
    }

    /** Goes on at once while there is much to write, as when a backlog is delivered. */
    private void write() {
        List<Result> group = next();
        while (!group.isEmpty()) {
            try {
                write(group);
                outage.over();
            } catch (SQLException | RuntimeException e) {
                waiting.addAll(group);
                outage.failed(e);
                return;
            }
            written.accept(group);
            group = waiting.size() >= MANY ? next() : List.of();
        }
    }

    private void write(List<Result> group) throws SQLException {
        try {
            log.write(group);
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
                throw e;
            }
            writeOneByOne(group);
        }
    }

    /** One answer that PostgreSQL cannot store must not hold up the others. */
    private void writeOneByOne(List<Result> group) throws SQLException {
        for (Result result : group) {
            try {
                log.write(List.of(result));
            } catch (SQLException e) {
                if (!String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
                    throw e;
                }
                LOG.log(
                        Level.WARNING,
                        "the answer to event {0} cannot be stored: {1}",
                        result.event().id(),
                        e.getMessage());
                writeWithoutAnswer(result);
            }
        }
    }

    /** One that cannot be stored even so is left to whoever takes the event when its lease ends. */
    private void writeWithoutAnswer(Result result) throws SQLException {
        try {
            log.write(List.of(withoutAnswer(result)));
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith(DATA_EXCEPTION)) {
                throw e;
            }
            LOG.log(Level.ERROR, "event {0}: {1}", result.event().id(), e.getMessage());
        }
    }

    private static Result withoutAnswer(Result result) {
        return new Result(
                result.invocation(),
                result.event(),
                result.maxRetries(),
                "[]",
                new Answer.Failed("the answer cannot be stored"),
                result.next());
    }

    private List<Result> next() {
        List<Result> group = new ArrayList<>();
        Result result = waiting.poll();
        while (result != null) {
            group.add(result);
            result = group.size() < MOST_AT_ONCE ? waiting.poll() : null;
        }
        return group;
    }
}
