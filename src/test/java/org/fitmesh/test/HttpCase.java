package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a case file, in the shape of Hasura's own tests: {@code description, url, headers,
 * query} (a JSON body) or {@code body} (text sent as it is), {@code status} (200 when left out),
 * {@code response}; and {@code setup}: SQL that runs first.
 *
 * <p>In headers {@code ${token:alice}} is a token of {@code auth0|alice} with role user, {@code
 * ${token:alice:coach}} one with another role, {@code ${admin}} the admin secret.
 */
record HttpCase(JsonNode entry) {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{token:([^:}]+)(?::([^}]+))?}");

    String description() {
        return entry.path("description").asText("no description");
    }

    void run(Fitmesh fitmesh) throws Exception {
        if (entry.has("setup")) fitmesh.sql(entry.get("setup").asText());
        JsonNode query = entry.path("query");
        String body = entry.has("body") ? entry.get("body").asText() : query.toString();
        String url = entry.path("url").asText("/v1/graphql");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Fitmesh.Answer answer = fitmesh.post(url, bytes, headers(fitmesh));
        assertThat(answer.status()).as(answer.body()).isEqualTo(entry.path("status").asInt(200));
        if (entry.has("response")) check(answer.json(), entry.get("response"));
    }

    private static void check(JsonNode actual, JsonNode expected) {
        assertThat(actual).isEqualTo(expected);
        // Below data the keys come in the order of the client's fields (GraphQL spec 7.2.2).
        assertThat(actual.path("data").toString()).isEqualTo(expected.path("data").toString());
    }

    private Map<String, String> headers(Fitmesh fitmesh) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var header : entry.path("headers").properties()) {
            headers.put(header.getKey(), fill(header.getValue().asText(), fitmesh));
        }
        return headers;
    }

    private static String fill(String value, Fitmesh fitmesh) {
        Matcher token = TOKEN.matcher(value.replace("${admin}", Fitmesh.ADMIN_SECRET));
        return token.replaceAll(
                found -> {
                    String role = found.group(2) == null ? "user" : found.group(2);
                    String issued = fitmesh.token("auth0|" + found.group(1), role);
                    return Matcher.quoteReplacement(issued);
                });
    }
}
