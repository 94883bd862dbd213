package org.fitmesh.limit;

import java.util.concurrent.Semaphore;

/**
 * The right to hold a connection: as in Fitmesh, and for the same reason, requests wait for one in
 * front of Payara's pool, which closes living connections whenever all are lent.
 */
record Turn() implements AutoCloseable {
    private static final Semaphore FREE = new Semaphore(16);

    static Turn take() {
        FREE.acquireUninterruptibly();
        return new Turn();
    }

    @Override
    public void close() {
        FREE.release();
    }
}
