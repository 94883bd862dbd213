package org.fitmesh.config;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether PostgreSQL answers. While it does not, nobody is given a connection: who would wait for
 * one is told so at once.
 *
 * <p>One per application, which the server's pool must find too when it makes a connection; so it
 * belongs to the class.
 */
public final class DatabaseContact {
    private static final DatabaseContact OF_APPLICATION = new DatabaseContact();

    /** A pool has let go of all that it holds by then, unless they are used. */
    private static final Duration SUSPICION = Duration.ofMinutes(5);

    private volatile Thread asking;
    private volatile String away = "";
    private volatile long changed = System.nanoTime();
    private volatile Optional<Long> broken = Optional.empty();
    private volatile boolean silent;
    private volatile long answered = System.nanoTime();
    private volatile boolean ended;

    /** For {@link #ofApplication}. */
    DatabaseContact() {}

    /** That of this application. */
    public static DatabaseContact ofApplication() {
        return OF_APPLICATION;
    }

    /** Whether PostgreSQL is known not to answer. */
    public boolean isAway() {
        return !away.isEmpty();
    }

    /** Why, as far as is known; empty while it answers. */
    public String reason() {
        return away;
    }

    /** How long it has been so, or otherwise. */
    public Duration since() {
        return Duration.ofNanos(System.nanoTime() - changed);
    }

    /** The thread of the caller asks PostgreSQL whether it is there: it may connect always. */
    public void askFromHere() {
        asking = Thread.currentThread();
    }

    /**
     * PostgreSQL has answered.
     *
     * @return whether it had been away
     */
    public boolean found() {
        silent = false;
        if (!isAway()) {
            return false;
        }
        away = "";
        changed = System.nanoTime();
        return true;
    }

    /**
     * PostgreSQL does not answer.
     *
     * @return whether that is new
     */
    public boolean lost(String reason) {
        boolean isNew = !isAway();
        if (isNew) {
            changed = System.nanoTime();
        }
        away = reason.isEmpty() ? "no reason is known" : reason;
        return isNew;
    }

    /**
     * Connecting took long, in vain: until PostgreSQL has answered whoever asks it again and again,
     * nobody waits as long once more.
     */
    void foundSilent() {
        silent = true;
    }

    /** A connection has answered. */
    void foundAnswering() {
        answered = System.nanoTime();
    }

    /**
     * A connection did not answer in time. That is PostgreSQL's silence only if no other has
     * answered meanwhile: one that is slow under load must not turn all requests away.
     *
     * @param since when it was asked, by {@link System#nanoTime}
     */
    void foundSilent(long since) {
        if (answered - since < 0) {
            foundSilent();
        }
    }

    /** A connection was found broken, and others may have been broken by the same. */
    public void foundBroken() {
        broken = Optional.of(System.nanoTime());
    }

    /** Whether a pool may hold connections that are broken. */
    public boolean suspectsOthers() {
        Optional<Long> found = broken;
        return found.isPresent() && System.nanoTime() - found.get() < SUSPICION.toNanos();
    }

    /** Whether something failed because PostgreSQL did not answer in time. */
    public static boolean isSilence(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Whether something failed because PostgreSQL could not be reached, or went away. */
    public boolean isLostIn(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException cause) {
                // A pool that gets no connection says so without a state.
                String state = String.valueOf(cause.getSQLState());
                return isAway() || state.startsWith("08") || state.startsWith("57P");
            }
        }
        return false;
    }

    /** The application has stopped: nobody is given a connection any more. */
    public void end() {
        ended = true;
    }

    /**
     * Fails while PostgreSQL is away, unless the caller is who looks for it.
     *
     * @throws SQLException why no connection may be used
     */
    public void require() throws SQLException {
        if (ended) {
            throw new SQLNonTransientConnectionException("the application has stopped", "08003");
        }
        String reason = silent && !isAway() ? "no connection in time" : away;
        if (!reason.isEmpty() && Thread.currentThread() != asking) {
            throw new SQLTransientConnectionException(
                    "PostgreSQL does not answer: " + reason, "08001");
        }
    }
}
