package org.fitmesh.metadata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads an entry of {@code remote_schemas}. */
final class RemoteSchemaReader {
    /** Hasura's default. */
    private static final int TIMEOUT_SECONDS = 60;

    private RemoteSchemaReader() {}

    static RemoteSchemaDefinition read(Entry entry) {
        Entry definition = entry.object("definition");
        List<ConfiguredHeader> headers = new ArrayList<>();
        definition
                .elements("headers")
                .forEach(header -> headers.add(ConfiguredHeader.read(Entry.of(header))));
        return new RemoteSchemaDefinition(
                entry.text("name"),
                ConfiguredHeader.readValue(definition, "url", "url_from_env"),
                List.copyOf(headers),
                definition.flag("forward_client_headers"),
                Duration.ofSeconds(definition.count("timeout_seconds").orElse(TIMEOUT_SECONDS)),
                !entry.elements("permissions").isEmpty());
    }
}
