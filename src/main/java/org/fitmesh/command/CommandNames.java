package org.fitmesh.command;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every command there is, by the address that takes it and its {@code type}. */
final class CommandNames {
    private static final String PREFIX = "pg_";

    private static final Map<CommandSet, Map<String, Command>> COMMANDS = commands();

    private CommandNames() {}

    /** The command of that type. */
    static Optional<Command> find(CommandSet set, String type) {
        return Optional.ofNullable(COMMANDS.get(set).get(type));
    }

    private static Map<CommandSet, Map<String, Command>> commands() {
        Map<CommandSet, Map<String, Command>> all = new EnumMap<>(CommandSet.class);
        all.put(CommandSet.METADATA, metadata());
        all.put(CommandSet.QUERY, query());
        all.put(CommandSet.OLD, old());
        return all;
    }

    private static Map<String, Command> metadata() {
        Map<String, Command> commands = new HashMap<>(ofDocument());
        commands.put("bulk", new Bulk());
        commands.put("bulk_atomic", new Bulk());
        commands.put("bulk_keep_going", new BulkKeepGoing());
        onSource().forEach((name, command) -> commands.put(PREFIX + name, command));
        for (String noun : List.of("table", "function")) {
            for (String verb : List.of("track", "untrack")) {
                commands.put(
                        PREFIX + verb + "_" + noun + "s",
                        new OfSource(new TrackedChange(verb, noun)));
            }
        }
        SourceEdits.ALL.forEach(
                (name, change) -> commands.put(PREFIX + name, new Edit(name, change)));
        commands.put("drop_source", commands.get("pg_drop_source"));
        commands.put("rename_source", new Edit("rename_source", SourceEdits.RENAME));
        commands.put("pg_suggest_relationships", new OfSource(new SuggestRelationships()));
        commands.put("get_source_tables", new OfSource(SourceKinds::tables));
        commands.put("pg_get_source_tables", new OfSource(SourceKinds::tables));
        commands.put("list_source_kinds", SourceKinds::list);
        commands.put("get_source_kind_capabilities", SourceKinds::capabilities);
        commands.put("get_catalog_state", CatalogState::get);
        commands.put("set_catalog_state", CatalogState::set);
        commands.put("fitmesh_redeliver_failed_events", new OfSource(new RedeliverFailedEvents()));
        return commands;
    }

    private static Map<String, Command> query() {
        Map<String, Command> commands = new HashMap<>();
        commands.put("run_sql", new OfSource(new RunSql()));
        commands.put("pg_run_sql", new OfSource(new RunSql()));
        commands.put("bulk", new Bulk());
        commands.put("concurrent_bulk", new Bulk());
        ofRows().forEach((name, command) -> commands.put(PREFIX + name, command));
        return commands;
    }

    private static Map<String, Command> old() {
        Map<String, Command> commands = new HashMap<>(ofDocument());
        commands.putAll(onSource());
        commands.putAll(ofRows());
        commands.put("bulk", new Bulk());
        commands.put("run_sql", new OfSource(new RunSql()));
        commands.put("track_table", new OldForm("table", commands.get("track_table")));
        commands.put("add_existing_table_or_view", commands.get("track_table"));
        commands.put("track_function", new OldForm("function", commands.get("track_function")));
        commands.put("untrack_function", new OldForm("function", commands.get("untrack_function")));
        commands.put(
                "set_table_custom_fields",
                new OfSource(new Edit("set_table_custom_fields", TableEdits::customizeFields)));
        return commands;
    }

    /** Of the whole document. */
    private static Map<String, Command> ofDocument() {
        Map<String, Command> commands = new HashMap<>();
        commands.put("export_metadata", new ExportMetadata());
        commands.put("replace_metadata", new ReplaceMetadata());
        commands.put("clear_metadata", new ClearMetadata());
        commands.put("reload_metadata", new ReloadMetadata());
        commands.put("get_inconsistent_metadata", new GetInconsistentMetadata());
        commands.put("drop_inconsistent_metadata", new DropInconsistentMetadata());
        commands.put("reload_remote_schema", new ReloadRemoteSchema());
        commands.put("introspect_remote_schema", new IntrospectRemoteSchema());
        RemoteSchemaEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        RoleEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        CollectionEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        UnservedEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        commands.put("get_cron_triggers", UnservedEdits::cronTriggers);
        return commands;
    }

    /** Of the source; the newer names have a prefix. */
    private static Map<String, Command> ofSource() {
        Map<String, Command> commands = new HashMap<>();
        TableEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        PermissionEdits.all().forEach((name, change) -> commands.put(name, new Edit(name, change)));
        RelationshipEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        FunctionEdits.ALL.forEach((name, change) -> commands.put(name, new Edit(name, change)));
        commands.put("create_event_trigger", new CreateEventTrigger());
        commands.put("delete_event_trigger", new DeleteEventTrigger());
        commands.put("invoke_event_trigger", new InvokeEventTrigger());
        commands.put("redeliver_event", new RedeliverEvent());
        commands.put("get_event_logs", new GetEventLogs());
        commands.put("get_event_invocation_logs", new GetEventInvocationLogs());
        commands.put("get_event_by_id", new GetEventById());
        return commands;
    }

    private static Map<String, Command> onSource() {
        Map<String, Command> commands = ofSource();
        commands.replaceAll((name, command) -> new OfSource(command));
        return commands;
    }

    /** Of a table's rows. */
    private static Map<String, Command> ofRows() {
        Map<String, Command> commands = new HashMap<>(rows());
        commands.replaceAll((name, command) -> new OfSource(command));
        return commands;
    }

    private static Map<String, Command> rows() {
        return Map.of(
                "insert", new InsertRows(),
                "update", new UpdateRows(),
                "delete", new DeleteRows(),
                "select", new SelectRows(),
                "count", new CountRows());
    }
}
