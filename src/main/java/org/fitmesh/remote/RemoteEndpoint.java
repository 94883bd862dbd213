package org.fitmesh.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.metadata.RemoteSchemaDefinition.Header;
import org.fitmesh.metadata.RemoteSchemaDefinition.Value;

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
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");

    /**
     * Looks up every setting that the definition names.
     *
     * @throws RequestException invalid-configuration, naming the setting that is missing or wrong
     */
    static RemoteEndpoint resolve(
            RemoteSchemaDefinition definition, Function<String, Optional<String>> settings) {
        Settings values = new Settings(definition.name(), settings);
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : definition.headers()) {
            String name = HeaderText.checkedName(header.name().strip());
            String value = HeaderText.checkedValue(name, values.text(header.value()).strip());
            headers.put(name, HeaderText.withScheme(name, value));
        }
        return new RemoteEndpoint(
                definition.name(),
                values.address(definition.url()),
                template(definition.url()),
                Map.copyOf(headers),
                definition.forwardClientHeaders(),
                definition.timeout());
    }

    private static String template(Value url) {
        return url instanceof Value.FromSetting setting
                ? setting.name()
                : ((Value.Literal) url).text();
    }

    /** Without the headers and the address: both may hold secrets. */
    @Override
    public String toString() {
        return "RemoteEndpoint[" + name + " at " + template + "]";
    }

    private record Settings(String remote, Function<String, Optional<String>> lookup) {

        String text(Value value) {
            if (value instanceof Value.FromSetting setting) {
                return required(setting.name());
            }
            Matcher names = TEMPLATE.matcher(((Value.Literal) value).text());
            return names.replaceAll(found -> Matcher.quoteReplacement(required(names.group(1))));
        }

        private String required(String setting) {
            return lookup.apply(setting)
                    .orElseThrow(
                            () -> invalid("needs the setting " + setting + ", which is not set"));
        }

        URI address(Value url) {
            String wanted = "is not an absolute http or https URL: " + template(url);
            try {
                URI uri = new URI(text(url).strip());
                String scheme = String.valueOf(uri.getScheme());
                if (!scheme.matches("(?i)https?") || uri.getHost() == null) {
                    throw invalid("has an address that " + wanted);
                }
                return uri;
            } catch (URISyntaxException e) {
                // The exception's message repeats the address, which may hold a secret.
                throw invalid("has an address that " + wanted);
            }
        }

        private RequestException invalid(String what) {
            return new RequestException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "remote schema \"" + remote + "\" " + what,
                    ErrorPath.ROOT);
        }
    }
}
