package org.fitmesh.event.delivery;

import java.util.UUID;

/**
 * A delivery that is over, to be written into the log.
 *
 * @param invocation id of the row that tells of it; makes a second writing harmless
 * @param requestHeaders JSON, as the log shows them
 */
record Result(
        UUID invocation,
        ClaimedEvent event,
        int maxRetries,
        String requestHeaders,
        Answer answer,
        NextStep next) {}
