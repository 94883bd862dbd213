package org.fitmesh.execute;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.config.DatabaseContact;
import org.fitmesh.config.GuardedDataSource;

/**
 * Connections that one request leaves to the next. Under load none asks Payara's pool, which with
 * the way back is a tenth of a simple request; what nobody has used for a second goes back to it.
 *
 * <p>Only connections of the WAR's own pool are kept, and only where the server lets them outlive a
 * request: Open Liberty ends them with it. None is kept while the pool may hold broken ones, so
 * that all are looked at before they are lent.
 *
 * <p>Requests use the driver's connection inside Payara's, whose statements have two wrappers, made
 * for each. The pool does not see what fails there: it looks whether the driver has closed a
 * connection before it lends it again.
 */
final class KeptConnections {
    private static final Logger LOG = System.getLogger(KeptConnections.class.getName());

    private static final Duration UNUSED = Duration.ofSeconds(1);

    private final Deque<Lent> kept = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final DatabaseContact contact = DatabaseContact.ofApplication();
    private final GuardedDataSource source;
    private final ApplicationTimer timer;
    private volatile boolean ended;

    /**
     * A connection.
     *
     * @param ofPool what the pool has lent
     * @param used what statements run on: the same, or what is inside
     * @param outlives whether it may be kept
     * @param since when it was taken or left, by {@link System#nanoTime}
     */
    record Lent(Connection ofPool, Connection used, boolean outlives, long since) {
        private Lent leftNow() {
            return new Lent(ofPool, used, outlives, System.nanoTime());
        }
    }

    /**
     * @param timer watches for those that nobody uses; ended with this
     */
    KeptConnections(GuardedDataSource source, ApplicationTimer timer) {
        this.source = source;
        this.timer = timer;
    }

    /**
     * The connection that was left last, or one of the pool.
     *
     * @throws SQLException as {@link GuardedDataSource#getConnection}
     */
    Lent take() throws SQLException {
        if (contact.suspectsOthers()) {
            giveBackAll();
        }
        Lent last = kept.pollFirst();
        if (last == null) {
            return ofPool();
        }
        try {
            contact.require();
        } catch (SQLException e) {
            giveBack(last);
            throw e;
        }
        return last;
    }

    private Lent ofPool() throws SQLException {
        Connection lent = source.getConnection();
        Optional<Connection> inside = source.inside(lent);
        return new Lent(lent, inside.orElse(lent), inside.isPresent(), System.nanoTime());
    }

    /** Takes a connection back: it is as it was lent, and works. */
    void leave(Lent connection) {
        if (!connection.outlives() || contact.suspectsOthers()) {
            giveBack(connection);
            return;
        }
        kept.addFirst(connection.leftNow());
        if (ended) {
            giveBackAll();
        } else if (!watched.get() && watched.compareAndSet(false, true)) {
            watch();
        }
    }

    /** Lets the pool have one of them, for somebody who will ask the pool itself. */
    void makeRoom() {
        Lent last = kept.pollFirst();
        if (last != null) {
            giveBack(last);
        }
    }

    /** Gives a connection to the pool. */
    void giveBack(Lent connection) {
        try {
            connection.ofPool().close();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a connection cannot be given back", e);
        }
    }

    /** Nothing is kept any more. */
    void end() {
        ended = true;
        timer.end();
        giveBackAll();
    }

    private void giveBackAll() {
        for (Lent one = kept.pollFirst(); one != null; one = kept.pollFirst()) {
            giveBack(one);
        }
    }

    private void watch() {
        try {
            timer.after(UNUSED, this::giveBackUnused);
        } catch (RejectedExecutionException stopping) {
            giveBackAll();
        }
    }

    /** Those that have been there for long are at the end: the last to come is the first to go. */
    private void giveBackUnused() {
        long now = System.nanoTime();
        for (Lent one = kept.pollLast(); one != null; one = kept.pollLast()) {
            if (now - one.since() < UNUSED.toNanos()) {
                kept.addLast(one);
                watch();
                return;
            }
            giveBack(one);
        }
        watched.set(false);
        if (!kept.isEmpty() && watched.compareAndSet(false, true)) {
            watch();
        }
    }
}
