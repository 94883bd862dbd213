package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.VariableDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.SelectedField;

/**
 * What is asked of one remote: the client's root fields of that remote, as one request. Depends on
 * the operation alone, so a plan keeps it; only the values of the variables are filled in later.
 *
 * @param query GraphQL text
 * @param variables the names of those that the text uses
 */
public record RemoteDocument(String query, Optional<String> operationName, List<String> variables) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes the text: fragments are merged already, aliases stay, of the variables only the used
     * ones are declared.
     *
     * @param fields root fields of one remote
     * @param declared the operation's variables by name
     */
    public static RemoteDocument of(
            Operation.Kind kind,
            Optional<String> operationName,
            List<SelectedField> fields,
            Map<String, VariableDefinition> declared) {
        SelectionText text = new SelectionText();
        String selections = text.selections(List.copyOf(fields));
        String head =
                kind.name().toLowerCase(Locale.ROOT)
                        + operationName.map(name -> " " + name).orElse("")
                        + text.declarations(declared);
        return new RemoteDocument(head + selections, operationName, text.used(declared));
    }

    /**
     * The request as JSON in UTF-8.
     *
     * @param given the client's variables, an object or null; one that is not given is not sent, so
     *     that the remote takes its default
     */
    public byte[] body(JsonNode given) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(query.length() + 256);
        try (JsonGenerator json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("query", query);
            if (operationName.isPresent()) {
                json.writeStringField("operationName", operationName.get());
            }
            json.writeObjectFieldStart("variables");
            for (String name : variables) {
                writeVariable(json, name, given);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeVariable(JsonGenerator json, String name, JsonNode given)
            throws IOException {
        JsonNode value = given == null ? null : given.get(name);
        if (value != null) {
            json.writeFieldName(name);
            JSON.writeTree(json, value);
        }
    }
}
