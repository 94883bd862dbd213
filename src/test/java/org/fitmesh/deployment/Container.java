package org.fitmesh.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container that runs Fitmesh, as one of the deployment files describes it.
 *
 * @param image with its tag
 * @param command what follows the entry point of the image
 * @param files path in the container to path in the source folder
 * @param variables the names of its environment
 * @param ports that it is reached by
 */
record Container(
        String image,
        List<String> command,
        Map<String, String> files,
        Set<String> variables,
        Set<Integer> ports) {

    /** The service {@code fitmesh} of docker-compose.yml. */
    static Container ofCompose(JsonNode service) {
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode volume : service.path("volumes")) {
            List<String> parts = List.of(volume.asText().split(":", -1));
            files.put(parts.get(1), parts.get(0).replaceFirst("^\\./", ""));
        }
        Set<Integer> ports = new LinkedHashSet<>();
        for (JsonNode port : service.path("ports")) {
            ports.add(Integer.valueOf(port.asText().replaceFirst("^.*:", "")));
        }
        Set<String> variables = new LinkedHashSet<>();
        service.path("environment").fieldNames().forEachRemaining(variables::add);
        List<String> command = texts(service.path("command"));
        return new Container(service.path("image").asText(), command, files, variables, ports);
    }

    /** The image of the Dockerfile, run with the pod's environment and ports. */
    static Container ofPod(JsonNode container, List<String> dockerfile, JsonNode command) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : dockerfile) {
            if (!line.startsWith("COPY ")) continue;
            List<String> parts = List.of(line.split(" +", -1));
            files.put(parts.get(2), parts.get(1));
        }
        Set<String> variables = new LinkedHashSet<>();
        container.path("env").forEach(variable -> variables.add(variable.path("name").asText()));
        Set<Integer> ports = new LinkedHashSet<>();
        container.path("ports").forEach(port -> ports.add(port.path("containerPort").asInt()));
        String image =
                dockerfile.stream()
                        .filter(line -> line.startsWith("FROM "))
                        .findFirst()
                        .orElse("FROM none")
                        .substring("FROM ".length());
        return new Container(image, texts(command), files, variables, ports);
    }

    /** What stands behind an option of the command. */
    Optional<String> option(String name) {
        int at = command.indexOf(name);
        return at < 0 || at + 1 == command.size()
                ? Optional.empty()
                : Optional.of(command.get(at + 1));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
