package org.fitmesh.telemetry.trace;

/** Where in which trace something is, in hexadecimal. */
public record TraceIds(String traceId, String spanId) {
    /** As Hasura writes {@code trace_context} into an event's payload. */
    public String json() {
        return "{\"trace_id\":\"" + traceId + "\",\"span_id\":\"" + spanId + "\"}";
    }
}
