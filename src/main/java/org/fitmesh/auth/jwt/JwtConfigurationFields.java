package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of one configuration. */
final class JwtConfigurationFields {
    private static final Logger LOG = System.getLogger(JwtConfigurationFields.class.getName());
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "key",
                    "jwk_url",
                    "claims_namespace",
                    "claims_namespace_path",
                    "claims_format",
                    "claims_map",
                    "audience",
                    "issuer",
                    "allowed_skew",
                    "header");
    private static final int LARGEST_SKEW = 86_400;

    private JwtConfigurationFields() {}

    static JwtConfiguration read(JwtField root) {
        if (!root.value().isObject()) {
            throw root.wrong("must be an object");
        }
        warnOfUnknown(root);
        Optional<JwtField> key = root.get("key");
        Optional<JwtField> url = root.get("jwk_url");
        if (key.isPresent() == url.isPresent()) {
            throw root.wrong(
                    key.isPresent()
                            ? "has both key and jwk_url; only one of them is allowed"
                            : "has neither key nor jwk_url; one of them is needed");
        }
        return new JwtConfiguration(
                key.map(field -> key(root, field)),
                url.map(JwtConfigurationFields::url),
                ClaimsFields.read(root),
                audience(root),
                root.getText("issuer"),
                skew(root),
                location(root));
    }

    /** Hasura ignores them silently; a misspelt audience would then accept every token. */
    private static void warnOfUnknown(JwtField root) {
        root.value()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!KNOWN.contains(name)) {
                                LOG.log(
                                        Level.WARNING,
                                        "{0}: field {1} is unknown and has no effect",
                                        JwtField.SETTING,
                                        name);
                            }
                        });
    }

    private static VerificationKey key(JwtField root, JwtField key) {
        JwtField type =
                root.get("type")
                        .orElseThrow(() -> root.wrong("has a key but no type; " + allowedTypes()));
        JwtAlgorithm algorithm =
                JwtAlgorithm.of(type.text())
                        .orElseThrow(
                                () -> type.wrong("is '" + type.text() + "'; " + allowedTypes()));
        try {
            return KeyText.read(algorithm, key.text());
        } catch (KeyText.BadKeyException e) {
            throw key.wrong(e.getMessage());
        }
    }

    private static String allowedTypes() {
        return "allowed are " + JwtAlgorithm.all();
    }

    private static URI url(JwtField field) {
        try {
            URI url = URI.create(field.text().strip());
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw badUrl(field);
        }
        throw badUrl(field);
    }

    private static RuntimeException badUrl(JwtField field) {
        return field.wrong("must be a URL that begins with https:// or http://");
    }

    private static Set<String> audience(JwtField root) {
        Optional<JwtField> field = root.get("audience");
        if (field.isEmpty()) {
            return Set.of();
        }
        JsonNode value = field.get().value();
        Set<String> audience = new LinkedHashSet<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isTextual()) {
                throw field.get().wrong("must be a text or a list of texts");
            }
            audience.add(one.textValue());
        }
        if (audience.isEmpty()) {
            throw field.get().wrong("is an empty list; no token would be accepted");
        }
        return Set.copyOf(audience);
    }

    private static Duration skew(JwtField root) {
        Optional<JwtField> field = root.get("allowed_skew");
        if (field.isEmpty()) {
            return Duration.ZERO;
        }
        JsonNode value = field.get().value();
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 0
                || value.intValue() > LARGEST_SKEW) {
            throw field.get().wrong("must be a whole number of seconds from 0 to " + LARGEST_SKEW);
        }
        return Duration.ofSeconds(value.intValue());
    }

    private static TokenLocation location(JwtField root) {
        Optional<JwtField> header = root.get("header");
        if (header.isEmpty()) {
            return TokenLocation.AUTHORIZATION;
        }
        JwtField field = header.get();
        String type =
                field.getText("type")
                        .orElseThrow(
                                () ->
                                        field.wrong(
                                                "must be an object with type, such as {\"type\": \"Authorization\"}"));
        for (TokenLocation.Kind kind : TokenLocation.Kind.values()) {
            if (kind.text().equals(type)) {
                return location(field, kind);
            }
        }
        throw field.wrong(
                "has type '" + type + "'; allowed are Authorization, Cookie, CustomHeader");
    }

    private static TokenLocation location(JwtField field, TokenLocation.Kind kind) {
        if (kind == TokenLocation.Kind.AUTHORIZATION) {
            return TokenLocation.AUTHORIZATION;
        }
        String name =
                field.getText("name")
                        .orElseThrow(() -> field.wrong("of type " + kind.text() + " needs a name"));
        return new TokenLocation(kind, name);
    }
}
