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
        ConfiguredValue url,
        List<ConfiguredHeader> headers,
        boolean forwardClientHeaders,
        Duration timeout,
        boolean restricted) {

    /** A remote without permissions of roles. */
    public RemoteSchemaDefinition(
            String name,
            ConfiguredValue url,
            List<ConfiguredHeader> headers,
            boolean forwardClientHeaders,
            Duration timeout) {
        this(name, url, headers, forwardClientHeaders, timeout, false);
    }
}
