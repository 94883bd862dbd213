package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fitmesh.config.InvalidSettingException;

/** Reads HASURA_GRAPHQL_JWT_SECRET: one configuration, a list of them, or one without braces. */
public final class JwtConfigurationReader {
    /** Fields that may stand in the log. */
    private static final Set<String> HARMLESS =
            Set.of("type", "audience", "issuer", "claims_namespace", "claims_format");

    private static final Logger LOG = System.getLogger(JwtConfigurationReader.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASKED = "***";

    private JwtConfigurationReader() {}

    /**
     * Every configuration, at least one.
     *
     * @throws InvalidSettingException naming the setting and the field; never a key
     */
    public static List<JwtConfiguration> read(String text) {
        String json = text.strip();
        boolean braceless = !json.startsWith("{") && !json.startsWith("[");
        JsonNode root = parse(braceless ? "{" + json + "}" : json);
        if (braceless) {
            LOG.log(
                    Level.WARNING,
                    "{0} has no braces around it; it is read as if it were {1}",
                    JwtField.SETTING,
                    shown((ObjectNode) root));
        }
        if (root.isObject()) {
            return List.of(JwtConfigurationFields.read(new JwtField(root, "")));
        }
        if (root.isEmpty()) {
            throw new InvalidSettingException(
                    JwtField.SETTING, "is an empty list; at least one configuration is needed");
        }
        List<JwtConfiguration> configurations = new ArrayList<>();
        for (int i = 0; i < root.size(); i++) {
            configurations.add(
                    JwtConfigurationFields.read(new JwtField(root.get(i), "[" + i + "]")));
        }
        return List.copyOf(configurations);
    }

    /** The library's own message quotes the text, which may be a key: only the place is told. */
    private static JsonNode parse(String json) {
        try {
            return JSON.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidSettingException(
                    JwtField.SETTING,
                    "is not JSON (near line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr()
                            + "); allowed is an object such as {\"type\": \"RS256\", \"jwk_url\":"
                            + " \"https://…\"}, or a list of such objects");
        }
    }

    private static String shown(ObjectNode configuration) {
        ObjectNode copy = configuration.deepCopy();
        for (String name : List.copyOf(names(copy))) {
            if (name.equals("jwk_url")) {
                copy.put(name, shownUrl(copy.get(name).asText()));
            } else if (!HARMLESS.contains(name)) {
                // a misspelt "key" is a secret too
                copy.put(name, MASKED);
            }
        }
        return copy.toString();
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shownUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() == null ? MASKED : JwkSetEndpoint.shown(url);
        } catch (URISyntaxException e) {
            return MASKED;
        }
    }
}
