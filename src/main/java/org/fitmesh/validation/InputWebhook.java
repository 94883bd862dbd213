package org.fitmesh.validation;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.config.SpokenVersion;
import org.fitmesh.http.ForwardedHeaders;
import org.fitmesh.metadata.ConfiguredHeader;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.metadata.UnusableValueException;

/**
 * Where a handler is and what it is always sent: a definition with the settings filled in.
 *
 * @param address may hold a secret
 * @param template the address as the metadata writes it, which is what errors show
 * @param headers by name in lower case; values may be secrets
 */
record InputWebhook(
        URI address,
        String template,
        Map<String, String> headers,
        boolean forwardClientHeaders,
        Duration timeout) {

    /**
     * Looks up every setting that the definition names.
     *
     * @throws UnusableValueException for a setting that is not there, an address or header that is
     *     none
     */
    static InputWebhook of(
            InputValidation definition, Function<String, Optional<String>> settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "hasura-graphql-engine/" + SpokenVersion.HASURA);
        ConfiguredHeader.ofWebhook(definition.headers(), settings)
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new InputWebhook(
                definition.url().address(settings),
                definition.url().template(),
                Map.copyOf(headers),
                definition.forwardClientHeaders(),
                definition.timeout());
    }

    /**
     * The headers of a request: those of the definition win over those of the client.
     *
     * @param ofClient as the client sent them
     */
    Map<String, String> headers(Map<String, String> ofClient) {
        Map<String, String> all = new LinkedHashMap<>();
        if (forwardClientHeaders) {
            ForwardedHeaders.of(ofClient).forEach((name, value) -> forward(all, name, value));
        }
        all.putAll(headers);
        return all;
    }

    private static void forward(Map<String, String> headers, String name, String value) {
        if (ConfiguredHeader.isName(name) && ConfiguredHeader.isValue(value)) {
            headers.put(name, value);
        }
    }

    /** Without the headers and the address: both may hold secrets. */
    @Override
    public String toString() {
        return "InputWebhook[" + template + "]";
    }
}
