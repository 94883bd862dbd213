package org.fitmesh.event;

/**
 * Fired as a CDI event after a transaction that may have written events has been committed: the
 * dispatcher looks at the log at once.
 */
public record EventsCaptured() {}
