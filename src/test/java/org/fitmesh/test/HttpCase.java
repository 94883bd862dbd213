package org.fitmesh.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of a case file: a step, or {@code steps}. The tables are empty and the stand-ins as new
 * before it; then the file's {@code setup} and the entry's {@code setup} run (SQL), and the file's
 * steps {@code before}. What else the file and the entry say ({@code headers}, {@code graphql}, …)
 * is the default of every step.
 */
record HttpCase(JsonNode file, JsonNode entry) {

    String description() {
        return entry.path("description").asText("no description");
    }

    /**
     * Runs it.
     *
     * @param api of a server on that database
     */
    void run(Fitmesh fitmesh, HttpApi api) throws Exception {
        fitmesh.reset();
        fitmesh.sql(file.path("setup").asText());
        fitmesh.sql(entry.path("setup").asText());
        for (JsonNode step : file.path("before")) {
            new HttpStep(step).run(fitmesh, api);
        }
        JsonNode steps =
                entry.has("steps")
                        ? entry.get("steps")
                        : JsonNodeFactory.instance.arrayNode().add(entry);
        for (JsonNode step : steps) {
            new HttpStep(withDefaults(step)).run(fitmesh, api);
        }
    }

    private JsonNode withDefaults(JsonNode step) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (file.isObject()) whole.setAll((ObjectNode) file);
        whole.setAll((ObjectNode) entry);
        whole.setAll((ObjectNode) step);
        return whole;
    }
}
