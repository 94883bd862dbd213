package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a configuration that say where the claims are. */
final class ClaimsFields {
    private static final String DEFAULT_NAMESPACE = "https://hasura.io/jwt/claims";

    private ClaimsFields() {}

    static HasuraClaims read(JwtField root) {
        Optional<String> namespace = root.getText("claims_namespace");
        Optional<JwtField> path = root.get("claims_namespace_path");
        if (namespace.isPresent() && path.isPresent()) {
            throw path.get().wrong("cannot be set together with claims_namespace");
        }
        boolean stringified = isStringified(root);
        Optional<JwtField> map = root.get("claims_map");
        if (map.isPresent()) {
            return mapped(map.get());
        }
        if (path.isPresent()) {
            ClaimPath place = path(path.get());
            return new NamespacedClaims(place, NamespacedClaims.Place.path(place), stringified);
        }
        String key = namespace.orElse(DEFAULT_NAMESPACE);
        return new NamespacedClaims(
                new ClaimPath(List.of(new ClaimPath.Step(key, -1))),
                NamespacedClaims.Place.namespace(key),
                stringified);
    }

    private static boolean isStringified(JwtField root) {
        String format = root.getText("claims_format").orElse("json");
        return switch (format) {
            case "json" -> false;
            case "stringified_json" -> true;
            default ->
                    throw root.wrong(
                            "has claims_format '"
                                    + format
                                    + "'; allowed are json, stringified_json");
        };
    }

    private static ClaimPath path(JwtField field) {
        return ClaimPath.parse(field.text())
                .orElseThrow(
                        () ->
                                field.wrong(
                                        "is no JSONPath: '"
                                                + field.text()
                                                + "'; allowed are $, $.name, $['name'], $[0] and"
                                                + " what is made of these"));
    }

    private static HasuraClaims mapped(JwtField map) {
        if (!map.value().isObject()) {
            throw map.wrong("must be an object");
        }
        Map<String, MappedClaims.Source> sources = new HashMap<>();
        map.value()
                .fieldNames()
                .forEachRemaining(
                        key -> {
                            String name = key.toLowerCase(Locale.ROOT);
                            if (!name.startsWith(ClaimsReader.PREFIX)) {
                                throw map.wrong("has key '" + key + "'; allowed is x-hasura-…");
                            }
                            map.get(key).ifPresent(field -> sources.put(name, source(name, field)));
                        });
        for (String name : ClaimsReader.ROLE_CLAIMS) {
            if (!sources.containsKey(name)) {
                throw map.wrong("needs the key " + name);
            }
        }
        return new MappedClaims(Map.copyOf(sources));
    }

    private static MappedClaims.Source source(String name, JwtField field) {
        if (!field.value().isObject()) {
            checkLiteral(name, field);
            return new MappedClaims.Source(Optional.empty(), Optional.of(field.value()));
        }
        JwtField path =
                field.get("path").orElseThrow(() -> field.wrong("needs path, or to be a literal"));
        Optional<JwtField> standard = field.get("default");
        standard.ifPresent(value -> checkLiteral(name, value));
        return new MappedClaims.Source(Optional.of(path(path)), standard.map(JwtField::value));
    }

    private static void checkLiteral(String name, JwtField field) {
        if (!name.equals(ClaimsReader.ALLOWED_ROLES)) {
            field.text();
            return;
        }
        if (!field.value().isArray()) {
            throw field.wrong("must be a list of roles");
        }
        for (JsonNode role : field.value()) {
            if (!role.isTextual() || role.textValue().isEmpty()) {
                throw field.wrong("must be a list of roles");
            }
        }
    }
}
