package org.fitmesh.dev.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The faults still to be played, in the order in which they were asked for. */
final class FaultQueue {

    private final Deque<Fault> waiting = new ArrayDeque<>();
    private long generation;

    synchronized void add(Fault fault) {
        if (fault.times() != 0) waiting.addLast(fault);
    }

    /** Forgets all faults and wakes the requests that wait in one. */
    synchronized void clear() {
        waiting.clear();
        generation++;
        notifyAll();
    }

    synchronized Optional<Fault> next() {
        Fault fault = waiting.pollFirst();
        if (fault == null) return Optional.empty();
        if (fault.times() < 0) waiting.addFirst(fault);
        if (fault.times() > 1) {
            waiting.addFirst(new Fault(fault.kind(), fault.times() - 1, fault.millis()));
        }
        return Optional.of(fault);
    }

    /** Waits, but no longer than until the faults are cleared. */
    synchronized void pause(long millis) throws InterruptedException {
        long started = generation;
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (left > 0 && generation == started) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
