package org.fitmesh.dev.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to be played, in the order in which they were asked for. */
final class FaultQueue {

    private final List<Fault> waiting = new ArrayList<>();
    private long generation;

    synchronized void add(Fault fault) {
        if (fault.times() != 0) waiting.add(fault);
    }

    /** Forgets all faults and wakes the requests that wait in one. */
    synchronized void clear() {
        waiting.clear();
        generation++;
        notifyAll();
    }

    /** The first fault that hits the request; one of several times stays where it is. */
    synchronized Optional<Fault> next(Request request) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (!fault.hits(request)) continue;
            if (fault.times() == 1) waiting.remove(i);
            if (fault.times() > 1) waiting.set(i, fault.times(fault.times() - 1));
            return Optional.of(fault);
        }
        return Optional.empty();
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
