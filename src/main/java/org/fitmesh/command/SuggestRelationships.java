package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.ForeignKey;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.state.Candidate;

/**
 * {@code pg_suggest_relationships}: what the foreign keys between tracked tables suggest, there and
 * back. {@code tables} are those of which one must be at an end; {@code omit_tracked} leaves out
 * foreign keys that a relationship of their table follows.
 */
final class SuggestRelationships implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        Candidate now = work.resolved();
        Optional<Set<TableName>> wanted = wanted(arguments);
        boolean omit = arguments.flag("omit_tracked");
        Set<TableName> tracked =
                now.tracked().stream().map(TrackedTable::table).collect(Collectors.toSet());
        ArrayNode suggested = Answers.list();
        for (TrackedTable one : now.tracked()) {
            Optional<Table> table = now.catalog().find(one.table());
            Set<Target> followed = omit ? followed(one, now.catalog()) : Set.of();
            for (ForeignKey key : table.map(Table::foreignKeys).orElseGet(List::of)) {
                boolean asked =
                        wanted.isEmpty()
                                || wanted.get().contains(one.table())
                                || wanted.get().contains(key.references());
                if (asked
                        && tracked.contains(key.references())
                        && !followed.contains(new Target(key.references(), key.columns()))) {
                    suggest(table.get(), key, suggested);
                }
            }
        }
        return Answers.object().set("relationships", suggested);
    }

    private static Optional<Set<TableName>> wanted(Arguments arguments) {
        Optional<JsonNode> given = arguments.optional("tables");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Set<TableName> tables = new HashSet<>();
        for (JsonNode name : given.get()) {
            tables.add(
                    MetadataDocument.tableName(name)
                            .orElseThrow(
                                    () ->
                                            arguments.failed(
                                                    "expected names or {schema, name} for the key"
                                                            + " 'tables'",
                                                    arguments.path().key("tables"))));
        }
        return Optional.of(tables);
    }

    /** Where a relationship leads, and by which columns. */
    private record Target(TableName table, Map<String, String> columns) {}

    private static Set<Target> followed(TrackedTable table, Catalog catalog) {
        Set<Target> followed = new HashSet<>();
        for (Relationship one : table.relationships()) {
            if (one.using() instanceof Relationship.Using.OwnForeignKey own) {
                catalog.find(table.table()).stream()
                        .flatMap(found -> found.foreignKeys().stream())
                        .filter(key -> isOn(key, own.columns()))
                        .forEach(key -> followed.add(new Target(key.references(), key.columns())));
            } else if (one.using() instanceof Relationship.Using.Manual manual) {
                followed.add(new Target(manual.table(), manual.columnMapping()));
            }
        }
        return followed;
    }

    private static boolean isOn(ForeignKey key, Collection<String> columns) {
        return key.columns().keySet().equals(new HashSet<>(columns));
    }

    private static void suggest(Table table, ForeignKey key, ArrayNode suggested) {
        ObjectNode own =
                end(table.name(), key.columns().keySet()).put("constraint_name", key.name());
        ObjectNode other = end(key.references(), key.columns().values());
        boolean unique =
                table.constraints().stream()
                        .anyMatch(c -> key.columns().keySet().equals(new HashSet<>(c.columns())));
        suggested.addObject().put("type", "object").<ObjectNode>set("from", own).set("to", other);
        suggested
                .addObject()
                .put("type", unique ? "object" : "array")
                .<ObjectNode>set("from", other.deepCopy())
                .set("to", own.deepCopy());
    }

    private static ObjectNode end(TableName table, Collection<String> columns) {
        ObjectNode end = Answers.object();
        end.putObject("table").put("name", table.name()).put("schema", table.schema());
        columns.forEach(end.putArray("columns")::add);
        return end;
    }
}
