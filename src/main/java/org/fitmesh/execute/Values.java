package org.fitmesh.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.remote.JsonSlice;

/** The values of root fields while a plan runs: as they came, or read where something is added. */
final class Values {
    private final Map<String, JsonSlice> finished = new HashMap<>();
    private final ObjectNode trees = JsonNodeFactory.instance.objectNode();

    void put(String key, byte[] json) {
        finished.put(key, JsonSlice.of(json));
    }

    void put(String key, JsonSlice json) {
        finished.put(key, json);
    }

    void putAll(Map<String, JsonSlice> fields) {
        finished.putAll(fields);
    }

    /** Takes values that are to be written at the end. */
    void putTrees(ObjectNode fields) {
        trees.setAll(fields);
    }

    /** All values that are trees; those of the keys are, from now on. */
    ObjectNode trees(Collection<String> keys) {
        for (String key : keys) {
            JsonSlice json = finished.remove(key);
            if (json != null) {
                trees.set(key, Trees.read(json));
            }
        }
        return trees;
    }

    /**
     * Makes one value of several.
     *
     * @param key of the object that they become
     * @param members its keys, to those that the values have here
     */
    void combine(String key, Map<String, String> members) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        int separator = '{';
        for (Map.Entry<String, String> member : members.entrySet()) {
            json.write(separator);
            json.writeBytes(('"' + member.getKey() + "\":").getBytes(StandardCharsets.UTF_8));
            JsonSlice value = value(member.getValue());
            json.write(value.text(), value.start(), value.length());
            separator = ',';
        }
        json.write('}');
        finished.put(key, JsonSlice.of(json.toByteArray()));
    }

    /**
     * All values, in that order.
     *
     * @throws org.fitmesh.error.RequestException when a remote left one out
     */
    Map<String, JsonSlice> inOrder(List<String> keys) {
        Map<String, JsonSlice> fields = new LinkedHashMap<>();
        keys.forEach(key -> fields.put(key, value(key)));
        return fields;
    }

    private JsonSlice value(String key) {
        JsonNode tree = trees.get(key);
        JsonSlice value = tree == null ? finished.get(key) : Trees.write(tree);
        if (value == null) {
            throw Remotes.missing(key);
        }
        return value;
    }
}
