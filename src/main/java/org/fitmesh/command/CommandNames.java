package org.fitmesh.command;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Every command there is, by its {@code type}. */
final class CommandNames {
    private static final Map<String, Command> COMMANDS =
            Map.ofEntries(
                    entry("bulk", new Bulk()),
                    entry("bulk_atomic", new Bulk()),
                    entry("export_metadata", new ExportMetadata()),
                    entry("replace_metadata", new ReplaceMetadata()),
                    entry("clear_metadata", new ClearMetadata()),
                    entry("reload_metadata", new ReloadMetadata()),
                    entry("get_inconsistent_metadata", new GetInconsistentMetadata()),
                    entry("pg_create_event_trigger", new CreateEventTrigger()),
                    entry("pg_delete_event_trigger", new DeleteEventTrigger()),
                    entry("pg_invoke_event_trigger", new InvokeEventTrigger()),
                    entry("pg_redeliver_event", new RedeliverEvent()),
                    entry("fitmesh_redeliver_failed_events", new RedeliverFailedEvents()),
                    entry("pg_get_event_logs", new GetEventLogs()),
                    entry("pg_get_event_invocation_logs", new GetEventInvocationLogs()),
                    entry("pg_get_event_by_id", new GetEventById()));

    private CommandNames() {}

    /** The command of that type. */
    static Optional<Command> find(String type) {
        return Optional.ofNullable(COMMANDS.get(type));
    }
}
