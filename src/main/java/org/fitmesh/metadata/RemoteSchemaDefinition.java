package org.fitmesh.metadata;

import java.time.Duration;
import java.util.List;

/**
 * An entry of {@code remote_schemas}.
 *
 * @param url an address, or the name of the setting that holds it
 * @param restricted whether permissions of roles are written for it
 */
public record RemoteSchemaDefinition(
        String name,
        Value url,
        List<Header> headers,
        boolean forwardClientHeaders,
        Duration timeout,
        boolean restricted) {

    /** A remote without permissions of roles. */
    public RemoteSchemaDefinition(
            String name,
            Value url,
            List<Header> headers,
            boolean forwardClientHeaders,
            Duration timeout) {
        this(name, url, headers, forwardClientHeaders, timeout, false);
    }

    /** {@code value} or {@code value_from_env}; {@code {{NAME}}} in a literal is a setting too. */
    public sealed interface Value {
        /** Written in the metadata. */
        record Literal(String text) implements Value {}

        /** The name of a setting (an environment variable, in Hasura's words). */
        record FromSetting(String name) implements Value {}
    }

    /** A header that is sent with each request. */
    public record Header(String name, Value value) {}
}
