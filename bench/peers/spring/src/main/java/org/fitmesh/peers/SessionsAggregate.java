package org.fitmesh.peers;

import java.time.Instant;

/** How many, and when the last one was completed; null where there is none. */
public record SessionsAggregate(Long count, Instant maxDateCompleted) {}
