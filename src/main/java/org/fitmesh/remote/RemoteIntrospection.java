package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.TypeSystem;

/** Asks a remote for its types (GraphQL specification, section 4). */
public final class RemoteIntrospection {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The query that every GraphQL server answers: without what newer drafts of the specification
     * added ({@code specifiedByURL}, {@code isOneOf}, deprecated arguments), which older servers
     * refuse.
     */
    public static final String QUERY =
            """
            query IntrospectionQuery {
              __schema {
                queryType { name }
                mutationType { name }
                subscriptionType { name }
                types { ...FullType }
              }
            }
            fragment FullType on __Type {
              kind name description
              fields(includeDeprecated: true) {
                name description
                args { ...InputValue }
                type { ...TypeRef }
                isDeprecated deprecationReason
              }
              inputFields { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) {
                name description isDeprecated deprecationReason
              }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name description type { ...TypeRef } defaultValue
            }
            fragment TypeRef on __Type {
              kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name
                ofType { kind name ofType { kind name ofType { kind name } } } } } } }
            }
            """;

    private static final byte[] BODY = body();

    private RemoteIntrospection() {}

    /**
     * Asks over the network.
     *
     * @return what {@link #read} takes
     * @throws RequestException remote-schema-error when the remote fails
     */
    public static byte[] ask(RemoteClient client) {
        return client.send(BODY, Caller.SERVER);
    }

    /**
     * Reads the answer to {@link #QUERY}.
     *
     * @param reply {@code {"data": {"__schema": …}}} in UTF-8
     * @throws RequestException remote-schema-error that names the remote and what is wrong
     */
    public static TypeSystem read(String remote, byte[] reply) {
        JsonNode root = tree(remote, reply);
        JsonNode errors = root.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            String message = errors.path(0).path("message").asText("no message");
            throw RemoteFailure.badReply(
                            about(remote) + "answered the introspection with an error: " + message)
                    .withInternal(errors.toString());
        }
        JsonNode schema = root.path("data").path("__schema");
        if (!schema.isObject()) {
            throw RemoteFailure.badReply(
                    about(remote) + "answered no introspection result: data.__schema is missing",
                    reply);
        }
        try {
            return new IntrospectionReader().read(schema);
        } catch (IntrospectionReader.UnexpectedShapeException e) {
            throw RemoteFailure.badReply(
                    about(remote) + "answered no introspection result: " + e.getMessage());
        }
    }

    private static JsonNode tree(String remote, byte[] reply) {
        try {
            return JSON.readTree(reply);
        } catch (IOException e) {
            throw RemoteFailure.badReply(
                    about(remote) + "answered the introspection with something that is not JSON",
                    reply);
        }
    }

    private static String about(String remote) {
        return "remote schema \"" + remote + "\" ";
    }

    private static byte[] body() {
        try {
            String request =
                    JSON.writeValueAsString(
                            JSON.createObjectNode()
                                    .put("query", QUERY)
                                    .put("operationName", "IntrospectionQuery"));
            return request.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
