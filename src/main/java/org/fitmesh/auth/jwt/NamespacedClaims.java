package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fitmesh.error.RequestException;

/**
 * Claims that are together in one object: {@code claims_namespace}, {@code claims_namespace_path}
 * and {@code claims_format}.
 *
 * @param path to the object
 * @param place how messages call the place
 * @param stringified whether the object is there as a string of JSON
 */
record NamespacedClaims(ClaimPath path, Place place, boolean stringified) implements HasuraClaims {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param notFound the whole message
     * @param name field of the configuration and its value
     */
    record Place(String notFound, String name) {
        static Place namespace(String key) {
            return new Place("claims key: '" + key + "' not found", "claims_namespace " + key);
        }

        static Place path(ClaimPath path) {
            return new Place(
                    "claims not found at claims_namespace_path: '" + path + "'",
                    "claims_namespace_path " + path);
        }
    }

    @Override
    public Map<String, JsonNode> find(JsonNode payload) {
        JsonNode found =
                path.find(payload).orElseThrow(() -> JwtFailure.invalidClaims(place.notFound()));
        JsonNode claims = stringified ? parsed(found) : found;
        if (!claims.isObject()) {
            throw JwtFailure.invalidClaims("expecting a json object when claims_format is json");
        }
        Map<String, JsonNode> hasuraClaims = new HashMap<>();
        claims.properties()
                .forEach(
                        claim -> {
                            String name = claim.getKey().toLowerCase(Locale.ROOT);
                            if (name.startsWith(ClaimsReader.PREFIX)) {
                                hasuraClaims.put(name, claim.getValue());
                            }
                        });
        return hasuraClaims;
    }

    private JsonNode parsed(JsonNode found) {
        if (!found.isTextual()) {
            throw JwtFailure.invalidClaims(
                    "expecting a string when claims_format is stringified_json");
        }
        try {
            JsonNode claims = JSON.readTree(found.textValue());
            if (claims.isObject()) {
                return claims;
            }
        } catch (JsonProcessingException e) {
            throw notStringified(found).causedBy(e);
        }
        throw notStringified(found);
    }

    private RequestException notStringified(JsonNode found) {
        return JwtFailure.invalidClaims(
                "expecting stringified json at: '"
                        + place.name()
                        + "', but found: "
                        + found.textValue());
    }
}
