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
 * @param ages when it was taken
 */
record ClaimedEvent(
        UUID id,
        long position,
        String trigger,
        TableName table,
        String payload,
        String createdAt,
        int tries,
        Trace trace,
        Ages ages) {

    /** Ids of {@code trace_context}, in hexadecimal. */
    record Trace(String traceId, String spanId) {}

    /**
     * How old it was when it was taken, by the clock of the database.
     *
     * @param takenAt of {@link System#nanoTime}
     * @param queued nanoseconds since it was due
     * @param age nanoseconds since the change
     */
    record Ages(long takenAt, long queued, long age) {
        private static final double NANOS = 1e9;

        /** Of seconds. */
        static Ages now(double queued, double age) {
            return new Ages(System.nanoTime(), (long) (queued * NANOS), (long) (age * NANOS));
        }

        /** Nanoseconds since it was taken. */
        long sinceTaken() {
            return System.nanoTime() - takenAt;
        }
    }
}
