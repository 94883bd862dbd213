package org.fitmesh.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.code.CodeOperations;
import org.fitmesh.code.EntityReference;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.plan.SourceTree;

/**
 * What Java code answers in one request: root fields, and fields of rows.
 *
 * @param variables as the client gave them
 * @param written brings what the code wrote to the database
 */
record CodeAnswers(
        CodeOperations operations, ObjectNode variables, ReplyRows rows, Runnable written) {

    /** The values of root fields by response key, with rows where the code returned entities. */
    ObjectNode run(RootPlan.Code step) {
        ObjectNode data =
                operations.run(step.document().text(), step.document().variables(variables));
        written.run();
        rows.fill(data, step.reply());
        return data;
    }

    /**
     * Puts the values of the code's fields into rows, the outer ones first, and takes the keys out
     * that were read for that.
     */
    void addTo(JsonNode data, SourceTree tree) {
        addTo(List.of(data), tree);
    }

    private void addTo(List<JsonNode> values, SourceTree tree) {
        List<ObjectNode> objects = new ArrayList<>();
        values.forEach(value -> objects(value, objects));
        if (objects.isEmpty()) {
            return;
        }
        tree.call().ifPresent(call -> call(call, objects));
        tree.children()
                .forEach(
                        (key, child) ->
                                addTo(objects.stream().map(o -> o.get(key)).toList(), child));
    }

    private static void objects(JsonNode value, List<ObjectNode> found) {
        if (value instanceof ObjectNode object) {
            found.add(object);
        } else if (value instanceof ArrayNode list) {
            list.forEach(element -> objects(element, found));
        }
    }

    private void call(SourceTree.Call call, List<ObjectNode> objects) {
        List<EntityReference> references = new ArrayList<>();
        for (ObjectNode object : objects) {
            List<String> key = call.keys().stream().map(k -> object.remove(k).textValue()).toList();
            references.add(new EntityReference(call.entity(), key));
        }
        ArrayNode answers =
                operations.sources(
                        call.document().text(), call.document().variables(variables), references);
        written.run();
        rows.fill(answers, call.reply());
        for (int i = 0; i < objects.size(); i++) {
            if (answers.get(i) instanceof ObjectNode answer) {
                objects.get(i).setAll(answer);
            }
        }
    }
}
