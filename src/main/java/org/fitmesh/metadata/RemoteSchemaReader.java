package org.fitmesh.metadata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fitmesh.metadata.RemoteSchemaDefinition.Header;
import org.fitmesh.metadata.RemoteSchemaDefinition.Value;

/** Reads an entry of {@code remote_schemas}. */
final class RemoteSchemaReader {
    /** Hasura's default. */
    private static final int TIMEOUT_SECONDS = 60;

    private RemoteSchemaReader() {}

    static RemoteSchemaDefinition read(Entry entry) {
        Entry definition = entry.object("definition");
        List<Header> headers = new ArrayList<>();
        definition.elements("headers").forEach(header -> headers.add(header(Entry.of(header))));
        return new RemoteSchemaDefinition(
                entry.text("name"),
                value(definition, "url", "url_from_env"),
                List.copyOf(headers),
                definition.flag("forward_client_headers"),
                Duration.ofSeconds(definition.count("timeout_seconds").orElse(TIMEOUT_SECONDS)),
                !entry.elements("permissions").isEmpty());
    }

    private static Header header(Entry header) {
        return new Header(header.text("name"), value(header, "value", "value_from_env"));
    }

    private static Value value(Entry entry, String literal, String setting) {
        if (entry.optional(setting).isPresent()) {
            return new Value.FromSetting(entry.text(setting));
        }
        if (entry.optional(literal).isEmpty()) {
            throw new MalformedEntry("add \"" + literal + "\" or \"" + setting + "\"");
        }
        return new Value.Literal(entry.text(literal));
    }
}
