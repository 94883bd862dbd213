package org.fitmesh.lifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Puts work before what the JVM does at the signal TERM. Both servers begin to refuse requests
 * within a tenth of a second of it, before an application hears of the stop, and without having
 * been unready before.
 *
 * <p>{@code sun.misc.Signal} is of the JDK's module {@code jdk.unsupported}, which is there to stay
 * (JEP 260). Where it does not work (Windows, {@code -Xrs}), the server stops as if this were not
 * there.
 */
final class TerminationSignal implements SignalHandler {
    private static final Logger LOG = System.getLogger(TerminationSignal.class.getName());
    private static final int EXIT_CODE = 128 + 15;

    private final Runnable first;
    private final ClassLoader loader;
    private final AtomicBoolean received = new AtomicBoolean();
    private SignalHandler before;

    /**
     * Nothing is changed yet.
     *
     * @param first what is done before the JVM ends
     */
    TerminationSignal(Runnable first) {
        this.first = first;
        this.loader = Thread.currentThread().getContextClassLoader();
    }

    void install() {
        try {
            before = Signal.handle(new Signal("TERM"), this);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.INFO, "SIGTERM is not waited for: {0}", e.getMessage());
        }
    }

    /** Leaves all as it was; what others have put before this stays. */
    void remove() {
        if (before == null) {
            return;
        }
        SignalHandler last = Signal.handle(new Signal("TERM"), before);
        if (last != this) {
            Signal.handle(new Signal("TERM"), last);
        }
    }

    /** In a thread of its own. A second signal does not wait for the first. */
    @Override
    public void handle(Signal signal) {
        if (received.compareAndSet(false, true)) {
            Thread.currentThread().setContextClassLoader(loader);
            try {
                first.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "the node stops without having waited", e);
            }
        }
        end(signal);
    }

    private void end(Signal signal) {
        try {
            before.handle(signal);
        } catch (UnsupportedOperationException e) {
            // A handler that is no Java code, which the JVM has put there before it started.
            Runtime.getRuntime().exit(EXIT_CODE);
        }
    }
}
