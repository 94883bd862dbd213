package org.fitmesh.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.code.EntityReference;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.ReplyTree;
import org.fitmesh.plan.compile.CompiledStatement;

/**
 * Puts rows in the place of the entities that Java code returned: one statement for each place in
 * the answer, however many rows there are.
 */
record ReplyRows(Source source) {

    /** Runs a statement that asks for rows by their keys. */
    @FunctionalInterface
    interface Source {
        /**
         * The rows.
         *
         * @param keys a JSON list of objects
         * @return a JSON list of as many values
         */
        byte[] rows(CompiledStatement statement, String keys);
    }

    /** A member that is an entity, or has some in it. */
    private record Slot(ObjectNode parent, String key) {
        JsonNode value() {
            return parent.get(key);
        }
    }

    /** Fills an object, or all objects of a list. A row that the role may not see is dropped. */
    void fill(JsonNode value, ReplyTree tree) {
        List<ObjectNode> objects = new ArrayList<>();
        objects(value, objects);
        fill(objects, tree);
    }

    private void fill(List<ObjectNode> objects, ReplyTree tree) {
        tree.children()
                .forEach(
                        (key, child) -> {
                            if (child.rows().isPresent()) {
                                rows(slots(objects, key), child.rows().get());
                            } else {
                                List<ObjectNode> below = new ArrayList<>();
                                objects.forEach(object -> objects(object.get(key), below));
                                fill(below, child);
                            }
                        });
    }

    private static void objects(JsonNode value, List<ObjectNode> found) {
        if (value instanceof ObjectNode object) {
            found.add(object);
        } else if (value instanceof ArrayNode list) {
            list.forEach(element -> objects(element, found));
        }
    }

    /** Below a union, an object may be of a type that has not the member. */
    private static List<Slot> slots(List<ObjectNode> objects, String key) {
        return objects.stream().filter(o -> o.has(key)).map(o -> new Slot(o, key)).toList();
    }

    private void rows(List<Slot> slots, ReplyTree.Rows rows) {
        Set<EntityReference> wanted = new LinkedHashSet<>();
        slots.forEach(slot -> references(slot.value(), wanted));
        Map<EntityReference, JsonNode> found = found(List.copyOf(wanted), rows);
        Set<EntityReference> used = new HashSet<>();
        for (Slot slot : slots) {
            JsonNode filled = filled(slot.value(), found, used);
            if (filled.isNull() && rows.required()) {
                throw invisible(slot.key());
            }
            slot.parent().set(slot.key(), filled);
        }
    }

    private static void references(JsonNode value, Set<EntityReference> found) {
        if (value instanceof ArrayNode list) {
            list.forEach(element -> references(element, found));
        } else if (value instanceof POJONode pojo) {
            found.add((EntityReference) pojo.getPojo());
        }
    }

    private Map<EntityReference, JsonNode> found(
            List<EntityReference> wanted, ReplyTree.Rows rows) {
        Map<EntityReference, JsonNode> found = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (EntityReference reference : wanted) {
            ObjectNode key = keys.addObject();
            for (int part = 0; part < reference.key().size(); part++) {
                key.put(ReplyTree.keyName(part), reference.key().get(part));
            }
        }
        JsonNode answer = Trees.read(source.rows(rows.statement(), keys.toString()));
        for (int i = 0; i < wanted.size(); i++) {
            found.put(wanted.get(i), answer.get(i));
        }
        return found;
    }

    /**
     * The value with its rows.
     *
     * @param used whose rows are in the answer already: what is joined to a row changes it, so the
     *     same one cannot be there twice
     */
    private static JsonNode filled(
            JsonNode value, Map<EntityReference, JsonNode> found, Set<EntityReference> used) {
        if (value instanceof ArrayNode list) {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode(list.size());
            for (JsonNode element : list) {
                JsonNode row = filled(element, found, used);
                if (!row.isNull()) {
                    rows.add(row);
                }
            }
            return rows;
        }
        if (!(value instanceof POJONode pojo)) {
            return value;
        }
        EntityReference reference = (EntityReference) pojo.getPojo();
        JsonNode row = found.get(reference);
        return used.add(reference) ? row : row.deepCopy();
    }

    private static RequestException invisible(String key) {
        return new RequestException(
                        ErrorCode.PERMISSION_ERROR,
                        "the row of '" + key + "' cannot be seen",
                        ErrorPath.ROOT)
                .withHint("the select permission of the role does not let the row through");
    }
}
