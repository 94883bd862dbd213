package org.fitmesh.lifecycle;

/**
 * CDI event: this node's work is over, and its server takes the application away, its data source
 * first. Whoever observes it lets go of the database before it returns. Fired once.
 */
public record Stopped() {}
