package org.fitmesh.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.remote.SelectionText;
import org.fitmesh.schema.RoleSchema;

/**
 * What is asked of Java code, as one GraphQL text. Depends on the operation alone, so a plan keeps
 * it.
 *
 * @param variables the names of those that the text uses
 */
public record CodeDocument(String text, List<String> variables) {

    /** Root fields of the code. Rows are leaves: what is selected of them is not the code's. */
    static CodeDocument of(RoleSchema schema, Operation operation, List<SelectedField> fields) {
        SelectionText text = text(schema);
        String selections = text.selections(List.copyOf(fields));
        String kind = operation.kind().name().toLowerCase(Locale.ROOT);
        return of(operation, kind, text, selections);
    }

    /** Fields of rows, which the root field of that name answers for a list of entities. */
    static CodeDocument below(
            String root, RoleSchema schema, Operation operation, List<SelectedField> fields) {
        SelectionText text = text(schema);
        String selections = " { " + root + text.selections(List.copyOf(fields)) + " }";
        return of(operation, "query", text, selections);
    }

    private static SelectionText text(RoleSchema schema) {
        return new SelectionText(
                field -> schema.entities().containsKey(field.definition().type().baseName()));
    }

    private static CodeDocument of(
            Operation operation, String kind, SelectionText text, String selections) {
        return new CodeDocument(
                kind + text.declarations(operation.variables()) + selections,
                text.used(operation.variables()));
    }

    /** Those of the client's variables that the text uses; one that is not given stays absent. */
    public ObjectNode variables(JsonNode given) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String name : variables) {
            JsonNode value = given == null ? null : given.get(name);
            if (value != null) {
                values.set(name, value);
            }
        }
        return values;
    }
}
