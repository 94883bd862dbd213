package org.fitmesh.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.TableName;

/**
 * An entry of a table's {@code event_triggers}: who is told when a row changes.
 *
 * @param name unique in the source
 * @param operations what is captured, by operation; empty for a trigger that is only invoked by
 *     hand
 * @param enableManual whether {@code pg_invoke_event_trigger} may invoke it
 * @param webhook an address, the name of the setting that holds it, or {@code cdi:name} for an
 *     observer in the WAR
 * @param onReplication whether changes that PostgreSQL's replication applies are captured too
 * @param extensions what Hasura does not have, under the key {@code fitmesh}
 * @param unsupported keys that change what is sent and are not honoured yet
 */
public record EventTrigger(
        String name,
        TableName table,
        Map<Operation, Spec> operations,
        boolean enableManual,
        ConfiguredValue webhook,
        List<ConfiguredHeader> headers,
        RetryConfiguration retry,
        boolean onReplication,
        Extensions extensions,
        List<String> unsupported) {

    /** A change of a row, as {@code event.op} names it. */
    public enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * What of an operation is captured.
     *
     * @param columns an update counts only when one of these has changed
     * @param payload the columns of {@code old} and {@code new}
     */
    public record Spec(ColumnSet columns, ColumnSet payload) {}

    /**
     * What Fitmesh offers beyond Hasura.
     *
     * @param ordered whether the events of one row are delivered one after the other
     * @param signingSecrets names of the settings with the secrets of Standard Webhooks, at most
     *     two; empty: those of FITMESH_WEBHOOK_SECRET
     */
    public record Extensions(boolean ordered, List<String> signingSecrets) {
        /** None of them. */
        public static final Extensions NONE = new Extensions(false, List.of());
    }

    /** What is captured of that operation, if anything is. */
    public Optional<Spec> operation(Operation operation) {
        return Optional.ofNullable(operations.get(operation));
    }
}
