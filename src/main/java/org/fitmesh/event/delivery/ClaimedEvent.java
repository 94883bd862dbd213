package org.fitmesh.event.delivery;

import java.util.UUID;
import org.fitmesh.catalog.TableName;

/**
 * An event that this node has taken.
 *
 * @param position the older of two events has the lower one
 * @param payload JSON of {@code event} in the delivery
 * @param createdAt without a zone, of UTC, with microseconds
 * @param tries deliveries so far
 * @param trace where the change came from; ids are null when that is unknown
 */
record ClaimedEvent(
        UUID id,
        long position,
        String trigger,
        TableName table,
        String payload,
        String createdAt,
        int tries,
        Trace trace) {

    /** Ids of {@code trace_context}, in hexadecimal. */
    record Trace(String traceId, String spanId) {}
}
