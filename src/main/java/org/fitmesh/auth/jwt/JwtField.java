package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.fitmesh.config.InvalidSettingException;

/**
 * A field of HASURA_GRAPHQL_JWT_SECRET, which knows its place for messages.
 *
 * @param path such as {@code header.type}; empty for the whole
 */
record JwtField(JsonNode value, String path) {
    static final String SETTING = "HASURA_GRAPHQL_JWT_SECRET";

    /** A field of this object, unless it is missing or null. */
    Optional<JwtField> get(String name) {
        JsonNode found = value.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new JwtField(found, path.isEmpty() ? name : path + "." + name));
    }

    Optional<String> getText(String name) {
        return get(name).map(JwtField::text);
    }

    String text() {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong("must be a text");
        }
        return value.textValue();
    }

    /**
     * @param problem the rest of a sentence that begins with the field
     */
    InvalidSettingException wrong(String problem) {
        return new InvalidSettingException(
                SETTING, path.isEmpty() ? problem : "field " + path + " " + problem);
    }
}
