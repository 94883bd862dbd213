package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.FunctionName;
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
    private static final String FUNCTION = "function";
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
        document.source().ifPresent(source -> functions(source));
    }

    /**
     * Tracked functions and those of computed fields. A name that another function has now means
     * that one.
     */
    private void functions(JsonNode node) {
        if (!node.isContainerNode()) {
            return;
        }
        if (node instanceof ObjectNode object && object.has(FUNCTION)) {
            MetadataDocument.tableName(object.get(FUNCTION))
                    .flatMap(name -> newFunction(new FunctionName(name.schema(), name.name())))
                    .ifPresent(
                            name ->
                                    object.putObject(FUNCTION)
                                            .put("name", name.name())
                                            .put("schema", name.schema()));
        }
        if (node.isArray()) {
            node.forEach(this::functions);
        }
        for (String inside : List.of("functions", "tables", "computed_fields", "definition")) {
            functions(node.path(inside));
        }
    }

    private Optional<FunctionName> newFunction(FunctionName name) {
        if (after.functions().containsValue(name)) {
            return Optional.empty();
        }
        return before.functions().entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .flatMap(
                        entry ->
                                Optional.ofNullable(after.functions().get(entry.getKey())).stream())
                .findFirst();
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
