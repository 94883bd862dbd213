package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.TableName;

/** Reads an entry of {@code object_relationships} or {@code array_relationships}. */
final class RelationshipReader {
    private static final String FOREIGN_KEY = "foreign_key_constraint_on";

    private RelationshipReader() {}

    static Relationship read(Entry entry, Relationship.Kind kind) {
        Entry using = entry.object("using");
        return new Relationship(
                entry.text("name"),
                kind,
                using.optional("manual_configuration").isPresent()
                        ? manual(using.object("manual_configuration"))
                        : foreignKey(using, kind),
                entry.optionalText("comment"));
    }

    private static Relationship.Using manual(Entry manual) {
        Map<String, String> mapping = manual.textsByKey("column_mapping");
        if (mapping.isEmpty()) {
            throw new MalformedEntry(
                    "\"column_mapping\" names no columns: write {own column: their column}");
        }
        TableName table = TableReader.name(manual.required("remote_table"));
        return new Relationship.Using.Manual(table, Map.copyOf(mapping), isAfterParent(manual));
    }

    /** Hasura's default is {@code before_parent}. */
    private static boolean isAfterParent(Entry manual) {
        String order = manual.optionalText("insertion_order").orElse("before_parent");
        return switch (order) {
            case "before_parent" -> false;
            case "after_parent" -> true;
            default ->
                    throw new MalformedEntry(
                            "\"insertion_order\" must be before_parent or after_parent, not \""
                                    + order
                                    + "\"");
        };
    }

    private static Relationship.Using foreignKey(Entry using, Relationship.Kind kind) {
        JsonNode on = using.required(FOREIGN_KEY);
        if (on.isObject()) {
            Entry theirs = Entry.of(on);
            return new Relationship.Using.TheirForeignKey(
                    TableReader.name(theirs.required("table")), theirColumns(theirs));
        }
        if (kind == Relationship.Kind.ARRAY) {
            throw Entry.wrongType(FOREIGN_KEY, "{table, column} for an array relationship", on);
        }
        return new Relationship.Using.OwnForeignKey(
                on.isTextual() ? List.of(on.textValue()) : some(using.texts(FOREIGN_KEY)));
    }

    /** Both keys take a name or a list of names, as in Hasura. */
    private static List<String> theirColumns(Entry theirs) {
        String key = theirs.optional("columns").isPresent() ? "columns" : "column";
        return theirs.required(key).isTextual()
                ? List.of(theirs.text(key))
                : some(theirs.texts(key));
    }

    private static List<String> some(List<String> columns) {
        if (columns.isEmpty()) {
            throw new MalformedEntry("the foreign key names no columns: add them");
        }
        return columns;
    }
}
