package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * What a step says of the answer.
 *
 * <ul>
 *   <li>{@code status}: 200 when left out
 *   <li>{@code response}: the whole JSON, below {@code data} in the order of the client's fields;
 *       the text {@code ${any}} stands for any value but null
 *   <li>{@code data}: short for a {@code response} with that alone
 *   <li>{@code response_text}: the whole body as text
 *   <li>{@code error}: {@code {code, message, path}} of the one error; hints and {@code internal}
 *       may come with it, {@code data} may not
 *   <li>{@code failure}: the same of the paths that answer {@code {code, error, path}}
 *   <li>{@code response_contains}, {@code response_lacks}: a text or a list of them
 *   <li>{@code response_headers}: names in lower case
 * </ul>
 *
 * Every answer is looked through for traces of Java.
 */
record ExpectedAnswer(JsonNode step) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "${any}";

    void check(HttpApi.Answer answer, Placeholders placeholders) {
        String body = answer.body();
        assertThat(answer.status()).as(body).isEqualTo(step.path("status").asInt(200));
        assertThat(body)
                .doesNotContainPattern(
                        "\\bat (org|java|fish|com)\\.|Caused by|java[.](lang|util|io|sql)|<html|<!DOCTYPE");
        if (step.has("response")) json(answer, filled(step.get("response"), placeholders));
        if (step.has("data")) {
            ObjectNode whole = JSON.createObjectNode().set("data", step.get("data"));
            json(answer, filled(whole, placeholders));
        }
        if (step.has("response_text")) {
            assertThat(body).isEqualTo(step.get("response_text").asText());
        }
        if (step.hasNonNull("error")) error(answer, step.get("error"));
        if (step.hasNonNull("failure")) failure(answer, step.get("failure"));
        texts("response_contains").forEach(text -> assertThat(body).contains(text.asText()));
        texts("response_lacks").forEach(text -> assertThat(body).doesNotContain(text.asText()));
        for (var header : step.path("response_headers").properties()) {
            assertThat(answer.header(header.getKey()))
                    .as(header.getKey())
                    .isEqualTo(header.getValue().asText());
        }
    }

    private static JsonNode filled(JsonNode expected, Placeholders placeholders) {
        try {
            return JSON.readTree(placeholders.fill(expected.toString()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void json(HttpApi.Answer answer, JsonNode expected) {
        assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
        JsonNode actual = masked(answer.json(), expected);
        assertThat(actual).isEqualTo(expected);
        // Below data the keys come in the order of the client's fields (GraphQL spec 7.2.2).
        assertThat(actual.path("data").toString()).isEqualTo(expected.path("data").toString());
    }

    private static void error(HttpApi.Answer answer, JsonNode expected) {
        JsonNode whole = answer.json();
        assertThat(whole.has("data")).as(answer.body()).isFalse();
        assertThat(whole.path("errors")).as(answer.body()).hasSize(1);
        JsonNode error = whole.get("errors").get(0);
        ObjectNode actual = JSON.createObjectNode();
        actual.set("code", error.path("extensions").path("code"));
        actual.set("message", error.path("message"));
        actual.set("path", error.path("extensions").path("path"));
        assertThat(actual).as(answer.body()).isEqualTo(expected);
    }

    private static void failure(HttpApi.Answer answer, JsonNode expected) {
        JsonNode whole = answer.json();
        ObjectNode actual = JSON.createObjectNode();
        for (String key : List.of("code", "error", "path")) {
            if (expected.has(key)) actual.set(key, whole.path(key));
        }
        assertThat(actual).as(answer.body()).isEqualTo(expected);
    }

    /** The actual value with {@code ${any}} where that is expected. */
    private static JsonNode masked(JsonNode actual, JsonNode expected) {
        if (expected.isTextual() && expected.textValue().equals(ANY) && !actual.isNull()) {
            return TextNode.valueOf(ANY);
        }
        if (expected.isObject() && actual.isObject()) {
            ObjectNode masked = JSON.createObjectNode();
            actual.properties()
                    .forEach(
                            field ->
                                    masked.set(
                                            field.getKey(),
                                            masked(
                                                    field.getValue(),
                                                    expected.path(field.getKey()))));
            return masked;
        }
        if (!expected.isArray() || !actual.isArray()) return actual;
        ArrayNode masked = JSON.createArrayNode();
        for (int i = 0; i < actual.size(); i++) {
            masked.add(masked(actual.get(i), expected.path(i)));
        }
        return masked;
    }

    private JsonNode texts(String key) {
        JsonNode texts = step.path(key);
        return texts.isTextual() ? JSON.createArrayNode().add(texts) : texts;
    }
}
