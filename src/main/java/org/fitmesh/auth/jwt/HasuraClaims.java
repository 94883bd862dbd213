package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.fitmesh.error.RequestException;

/** Where in a payload the {@code x-hasura-*} claims are. */
public interface HasuraClaims {
    /**
     * The claims by name in lower case, values as they are.
     *
     * @throws RequestException if they are not where the configuration says
     */
    Map<String, JsonNode> find(JsonNode payload);
}
