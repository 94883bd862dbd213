package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.RequestException;

/**
 * Claims that are found one by one ({@code claims_map}).
 *
 * @param sources by name of the claim in lower case
 */
record MappedClaims(Map<String, Source> sources) implements HasuraClaims {

    /**
     * Where one claim comes from.
     *
     * @param path absent: it is the same for every token
     * @param value what holds without a path, or when the path leads nowhere
     */
    record Source(Optional<ClaimPath> path, Optional<JsonNode> value) {
        Optional<JsonNode> find(JsonNode payload) {
            return path.flatMap(place -> place.find(payload)).or(() -> value);
        }
    }

    @Override
    public Map<String, JsonNode> find(JsonNode payload) {
        Map<String, JsonNode> claims = new HashMap<>();
        for (String name : ClaimsReader.ROLE_CLAIMS) {
            claims.put(
                    name,
                    sources.get(name)
                            .find(payload)
                            .orElseThrow(() -> JwtFailure.missingRoleClaim(name)));
        }
        sources.forEach(
                (name, source) ->
                        claims.computeIfAbsent(
                                name, n -> source.find(payload).orElseThrow(() -> notFound(name))));
        return claims;
    }

    private static RequestException notFound(String name) {
        return JwtFailure.invalidClaims("JWT claim from claims_map, " + name + " not found");
    }
}
