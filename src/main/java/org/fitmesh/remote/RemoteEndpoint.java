package org.fitmesh.remote;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.metadata.UnusableValueException;

/**
 * Where a remote is and what it is always sent: a definition with the settings filled in.
 *
 * @param template the address as the metadata writes it, which is what errors show
 * @param headers by name in lower case; values may be secrets
 */
record RemoteEndpoint(
        String name,
        URI address,
        String template,
        Map<String, String> headers,
        boolean forwardClientHeaders,
        Duration timeout) {
    /**
     * Looks up every setting that the definition names.
     *
     * @throws RequestException invalid-configuration, naming the setting that is missing or wrong
     */
    static RemoteEndpoint resolve(
            RemoteSchemaDefinition definition, Function<String, Optional<String>> settings) {
        try {
            return new RemoteEndpoint(
                    definition.name(),
                    definition.url().address(settings),
                    definition.url().template(),
                    headers(definition, settings),
                    definition.forwardClientHeaders(),
                    definition.timeout());
        } catch (UnusableValueException e) {
            throw new RequestException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "remote schema \"" + definition.name() + "\" " + e.getMessage(),
                    ErrorPath.ROOT);
        }
    }

    private static Map<String, String> headers(
            RemoteSchemaDefinition definition, Function<String, Optional<String>> settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (ConfiguredHeader header : definition.headers()) {
            String value = header.text(settings);
            String name = HeaderText.checkedName(header.name().strip());
            headers.put(name, HeaderText.withScheme(name, value));
        }
        return Map.copyOf(headers);
    }

    /** Without the headers and the address: both may hold secrets. */
    @Override
    public String toString() {
        return "RemoteEndpoint[" + name + " at " + template + "]";
    }
}
