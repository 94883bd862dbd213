package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rows of one request: which keys they have, and what the remotes said to each key. */
final class JoinedRows {
    private final RemoteJoiner.PreparedTree tree;
    private final Map<JoinRequest.Lookup, JsonNode> values = new LinkedHashMap<>();

    JoinedRows(RemoteJoiner.PreparedTree tree) {
        this.tree = tree;
    }

    /** Notes every distinct key of every join. */
    void collect(JsonNode data) {
        visit(data, tree, this::collectRow);
    }

    /** All lookups, by the remote's name, in the order in which the rows came. */
    Map<String, List<JoinRequest.Lookup>> byRemote() {
        Map<String, List<JoinRequest.Lookup>> lookups = new LinkedHashMap<>();
        for (JoinRequest.Lookup lookup : values.keySet()) {
            String remote = lookup.join().join().remote().name();
            lookups.computeIfAbsent(remote, name -> new ArrayList<>()).add(lookup);
        }
        return lookups;
    }

    void put(JoinRequest.Lookup lookup, JsonNode value) {
        values.put(lookup, value);
    }

    /** Writes the values into the rows and removes the hidden keys. */
    void weave(JsonNode data) {
        visit(data, tree, JoinedRows.this::weaveRow);
    }

    private static void visit(
            JsonNode node,
            RemoteJoiner.PreparedTree tree,
            BiConsumer<ObjectNode, List<PreparedJoin>> visitor) {
        if (node instanceof ArrayNode list) {
            list.forEach(element -> visit(element, tree, visitor));
        }
        if (!(node instanceof ObjectNode row)) {
            return;
        }
        tree.children().forEach((key, child) -> visit(row.get(key), child, visitor));
        if (!tree.joins().isEmpty()) {
            visitor.accept(row, tree.joins());
        }
    }

    private void collectRow(ObjectNode row, List<PreparedJoin> joins) {
        for (PreparedJoin join : joins) {
            join.key(row)
                    .map(key -> new JoinRequest.Lookup(join, key))
                    .ifPresent(lookup -> values.putIfAbsent(lookup, null));
        }
    }

    private void weaveRow(ObjectNode row, List<PreparedJoin> joins) {
        Map<String, JsonNode> found = new HashMap<>();
        Set<String> hidden = new HashSet<>();
        for (PreparedJoin join : joins) {
            found.put(join.join().responseKey(), valueFor(row, join));
            hidden.addAll(join.join().columns().values());
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        row.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        members.keySet().removeAll(hidden);
        row.removeAll();
        Deque<PreparedJoin> waiting = new ArrayDeque<>(joins);
        members.forEach(
                (key, value) -> {
                    while (!waiting.isEmpty() && waiting.peek().join().following().contains(key)) {
                        String joined = waiting.remove().join().responseKey();
                        row.set(joined, found.get(joined));
                    }
                    row.set(key, value);
                });
        waiting.forEach(
                join -> row.set(join.join().responseKey(), found.get(join.join().responseKey())));
    }

    private JsonNode valueFor(ObjectNode row, PreparedJoin join) {
        return join.key(row)
                .map(key -> values.get(new JoinRequest.Lookup(join, key)))
                .orElse(JsonNodeFactory.instance.nullNode());
    }
}
