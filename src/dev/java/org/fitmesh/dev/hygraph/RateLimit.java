package org.fitmesh.dev.hygraph;

import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests in any second; off at the start. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final Deque<Long> admitted = new ArrayDeque<>();
    private int perSecond;

    synchronized void set(int perSecond) {
        this.perSecond = perSecond;
        admitted.clear();
    }

    synchronized boolean admits() {
        if (perSecond <= 0) return true;
        long now = System.nanoTime();
        while (!admitted.isEmpty() && now - admitted.peekFirst() >= SECOND) {
            admitted.removeFirst();
        }
        if (admitted.size() >= perSecond) return false;
        admitted.addLast(now);
        return true;
    }
}
