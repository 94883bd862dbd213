package org.fitmesh.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.schema.RoleSchema;

/**
 * The root fields of a source that are below a field of the root: they are planned like others,
 * each under a key of its own, and put together in the answer.
 */
final class Namespace {
    /** In no response key. */
    private static final char SEPARATOR = '/';

    private Namespace() {}

    /** All root fields, those below the namespace in its place. */
    static List<SelectedField> flattened(RoleSchema schema, Operation operation) {
        if (schema.namespace().isEmpty()) {
            return operation.fields();
        }
        List<SelectedField> fields = new ArrayList<>();
        for (SelectedField field : operation.fields()) {
            if (isNamespace(schema, field)) {
                below(field).forEach(inner -> fields.add(inner.withResponseKey(key(field, inner))));
            } else {
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * Response keys of namespaces to the keys below them, with those that they are planned under.
     */
    static Map<String, Map<String, String>> of(RoleSchema schema, Operation operation) {
        Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
        for (SelectedField field : operation.fields()) {
            if (isNamespace(schema, field)) {
                Map<String, String> keys = new LinkedHashMap<>();
                below(field).forEach(inner -> keys.put(inner.responseKey(), key(field, inner)));
                namespaces.put(field.responseKey(), keys);
            }
        }
        return namespaces;
    }

    /** Is it a field below a namespace, and so one of tables whatever else has its name? */
    static boolean contains(RoleSchema schema, Operation operation, SelectedField field) {
        String root =
                operation.kind() == Operation.Kind.MUTATION
                        ? schema.types().mutationType().orElse("")
                        : schema.types().queryType();
        return schema.namespace().isPresent() && !field.parentType().equals(root);
    }

    private static boolean isNamespace(RoleSchema schema, SelectedField field) {
        return schema.namespace().filter(field.name()::equals).isPresent();
    }

    private static List<SelectedField> below(SelectedField field) {
        return field.selections().stream().map(SelectedField.class::cast).toList();
    }

    private static String key(SelectedField field, SelectedField inner) {
        return field.responseKey() + SEPARATOR + inner.responseKey();
    }
}
