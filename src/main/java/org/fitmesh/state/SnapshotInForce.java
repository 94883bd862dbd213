package org.fitmesh.state;

/**
 * Fired as a CDI event each time a snapshot has come into force, in the thread that put it there
 * and under the lock of {@link Snapshots}: observers must be quick.
 */
public record SnapshotInForce() {}
