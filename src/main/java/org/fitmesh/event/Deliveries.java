package org.fitmesh.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fitmesh.catalog.TableName;

/**
 * Events of one trigger for an observer in the WAR, fired as a CDI event with the qualifier {@link
 * EventTriggerName}. The observer runs in a transaction of its own. When it returns and the
 * transaction commits, all of them are delivered; when it throws, none is, and they come again as
 * the trigger's {@code retry_conf} says. An event may come more than once, always with the same id.
 *
 * @param trigger the event trigger's name
 * @param events at least one, the oldest first
 */
public record Deliveries(String trigger, List<Event> events) {
    /**
     * A change of a row, or an invocation by hand.
     *
     * @param id the same however often it is delivered
     * @param operation INSERT, UPDATE, DELETE or MANUAL
     * @param table of the row
     * @param createdAt the time of the transaction, by the database's clock
     * @param tries how often it was delivered before, without success
     * @param oldRow JSON of the row before; none for INSERT and MANUAL
     * @param newRow JSON of the row after; none for DELETE
     * @param sessionVariables of the request that wrote it; empty for a write from elsewhere
     */
    public record Event(
            UUID id,
            String operation,
            TableName table,
            Instant createdAt,
            int tries,
            Optional<String> oldRow,
            Optional<String> newRow,
            Map<String, String> sessionVariables) {}
}
