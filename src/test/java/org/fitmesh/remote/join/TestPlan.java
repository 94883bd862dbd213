package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.metadata.RemoteRelationship.Step;
import org.fitmesh.remote.RemoteMerge;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.TestOperation;
import org.fitmesh.remote.TestTypes;

/**
 * Stands in for the planner of tables: finds the joins of an operation; hidden keys are __column.
 */
final class TestPlan {
    static final Map<String, String> COLUMNS =
            Map.of("id", "Int", "slug", "String", "stars", "Int", "done", "Boolean");

    private final Map<String, RemoteRelationship> relationships = new LinkedHashMap<>();
    private final RemoteSchema remote;
    private final TypeSystem types;

    /** Puts the relationships on the table {@code sessions}. */
    TestPlan(RemoteSchema remote, List<RemoteRelationship> added) {
        this.remote = remote;
        TypeSystem merged = RemoteMerge.merge(TestTypes.tables(), List.of(remote)).types();
        ObjectType sessions = (ObjectType) merged.get("sessions");
        Map<String, FieldDefinition> fields = new LinkedHashMap<>(sessions.fields());
        Map<String, NamedType> all = new LinkedHashMap<>(merged.types());
        for (RemoteRelationship relationship : added) {
            relationships.put(relationship.name(), relationship);
            JoinField field = JoinField.definition("sessions", relationship, remote, COLUMNS);
            JoinField.Offered offered = (JoinField.Offered) field;
            fields.put(relationship.name(), offered.definition());
            offered.inputs().forEach(input -> all.put(input.name(), input));
        }
        all.put("sessions", new ObjectType("sessions", sessions.description(), fields, Set.of()));
        this.types =
                new TypeSystem(
                        all, merged.queryType(), merged.mutationType(), merged.subscriptionType());
    }

    static RemoteRelationship relationship(JsonNode json) {
        List<Step> path = new ArrayList<>();
        json.path("path")
                .forEach(
                        step ->
                                path.add(
                                        new Step(
                                                step.path("field").asText(),
                                                (ObjectNode) step.path("arguments"))));
        List<String> columns = new ArrayList<>();
        json.path("columns").forEach(column -> columns.add(column.asText()));
        return new RemoteRelationship(json.path("name").asText(), "hygraph", columns, path);
    }

    Operation operation(String text) {
        return TestOperation.read(types, text);
    }

    JoinTree tree(Operation operation) {
        return tree(List.copyOf(operation.fields()));
    }

    private JoinTree tree(List<Selection> selections) {
        Map<String, JoinTree> children = new LinkedHashMap<>();
        List<RemoteJoin> joins = new ArrayList<>();
        for (int i = 0; i < selections.size(); i++) {
            SelectedField field = (SelectedField) selections.get(i);
            RemoteRelationship relationship = relationships.get(field.name());
            if (relationship != null && field.parentType().equals("sessions")) {
                joins.add(join(field, relationship, selections.subList(i + 1, selections.size())));
                continue;
            }
            JoinTree child = tree(field.selections());
            if (!child.isEmpty()) {
                children.put(field.responseKey(), child);
            }
        }
        return new JoinTree(children, joins);
    }

    private RemoteJoin join(
            SelectedField field, RemoteRelationship relationship, List<Selection> after) {
        Map<String, String> hidden = new LinkedHashMap<>();
        relationship.columns().forEach(column -> hidden.put(column, "__" + column));
        Set<String> following = new LinkedHashSet<>();
        after.forEach(selection -> following.add(((SelectedField) selection).responseKey()));
        return new RemoteJoin(
                field.responseKey(), remote, hidden, relationship.path(), field, following);
    }
}
