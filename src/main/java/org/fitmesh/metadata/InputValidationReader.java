package org.fitmesh.metadata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code validate_input}. */
final class InputValidationReader {
    /** Hasura's default. */
    private static final int TIMEOUT_SECONDS = 10;

    /** The client waits meanwhile: a longer one is a mistyped unit. */
    private static final int LONGEST_SECONDS = 86_400;

    private InputValidationReader() {}

    /** What a permission says, if anything. */
    static Optional<InputValidation> read(Entry permission) {
        return permission.optionalObject("validate_input").map(InputValidationReader::validation);
    }

    private static InputValidation validation(Entry entry) {
        String type = entry.text("type");
        if (!"http".equals(type)) {
            throw new MalformedEntry(
                    "\"validate_input\" has the unknown type \"" + type + "\": there is http");
        }
        Entry definition = entry.object("definition");
        List<ConfiguredHeader> headers = new ArrayList<>();
        definition
                .elements("headers")
                .forEach(header -> headers.add(ConfiguredHeader.read(Entry.of(header))));
        return new InputValidation(
                new ConfiguredValue.Literal(definition.text("url")),
                List.copyOf(headers),
                definition.flag("forward_client_headers"),
                timeout(definition));
    }

    private static Duration timeout(Entry definition) {
        int seconds = definition.count("timeout").orElse(TIMEOUT_SECONDS);
        if (seconds > LONGEST_SECONDS) {
            throw new MalformedEntry(
                    "the key \"timeout\" must be at most " + LONGEST_SECONDS + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
