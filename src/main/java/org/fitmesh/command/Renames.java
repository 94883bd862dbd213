package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.state.Candidate;

/**
 * Follows in the metadata what SQL has renamed.
 *
 * @param last the metadata before the SQL
 * @param before the names before it
 * @param after the names after it
 */
record Renames(Candidate last, SchemaNames before, SchemaNames after) {
    private static final Set<String> TABLE_KEYS = Set.of("table", "remote_table", "_table");

    /** Changes the document. */
    void apply(MetadataDocument document) {
        Map<TableName, TableName> tables = new HashMap<>();
        before.tables()
                .forEach(
                        (oid, name) -> {
                            columns(oid, name, document);
                            TableName now = after.tables().get(oid);
                            if (now != null && !now.equals(name)) {
                                tables.put(name, now);
                            }
                        });
        if (!tables.isEmpty()) {
            document.source().ifPresent(source -> renameTables(source, tables));
        }
    }

    private void columns(long oid, TableName table, MetadataDocument document) {
        Map<Integer, String> now = after.columns().getOrDefault(oid, Map.of());
        Map<String, String> renamed = new HashMap<>();
        before.columns()
                .getOrDefault(oid, Map.of())
                .forEach(
                        (number, name) -> {
                            String newName = now.get(number);
                            if (name != null && newName != null && !newName.equals(name)) {
                                renamed.put(name, newName);
                            }
                        });
        if (!renamed.isEmpty()) {
            new ColumnRenames(last.catalog(), document, table, renamed).apply();
        }
    }

    private static void renameTables(JsonNode node, Map<TableName, TableName> renamed) {
        if (node instanceof ObjectNode object) {
            for (String key :
                    List.copyOf(object.properties().stream().map(Map.Entry::getKey).toList())) {
                if (TABLE_KEYS.contains(key)) {
                    newName(object.get(key), renamed)
                            .ifPresent(name -> object.set(key, written(name)));
                }
            }
        }
        node.forEach(inner -> renameTables(inner, renamed));
    }

    private static Optional<TableName> newName(
            JsonNode written, Map<TableName, TableName> renamed) {
        return MetadataDocument.tableName(written).map(renamed::get);
    }

    private static ObjectNode written(TableName name) {
        return Answers.object().put("name", name.name()).put("schema", name.schema());
    }
}
