package org.fitmesh.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code value} or {@code value_from_env}; {@code {{NAME}}} in a literal is a setting too (Hasura's
 * environment variables).
 */
public sealed interface ConfiguredValue {
    /** Names of settings inside of a literal. */
    Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");

    /** Written in the metadata. */
    record Literal(String text) implements ConfiguredValue {}

    /** The name of a setting (an environment variable, in Hasura's words). */
    record FromSetting(String name) implements ConfiguredValue {}

    /** What errors and logs may show: never the value of a setting. */
    default String template() {
        return this instanceof FromSetting setting ? setting.name() : ((Literal) this).text();
    }

    /**
     * The value, with every setting filled in.
     *
     * @param settings looks up a setting by its name
     * @throws UnusableValueException for a setting that is not there
     */
    default String text(Function<String, Optional<String>> settings) {
        if (this instanceof FromSetting setting) {
            return required(settings, setting.name());
        }
        Matcher names = TEMPLATE.matcher(((Literal) this).text());
        return names.replaceAll(
                found -> Matcher.quoteReplacement(required(settings, found.group(1))));
    }

    /**
     * The value as an address.
     *
     * @param settings looks up a setting by its name
     * @throws UnusableValueException for a setting that is not there, or no URL of http or https
     */
    default URI address(Function<String, Optional<String>> settings) {
        try {
            URI uri = new URI(text(settings).strip());
            String scheme = String.valueOf(uri.getScheme());
            if (scheme.matches("(?i)https?") && uri.getHost() != null) {
                return uri;
            }
            throw noAddress();
        } catch (URISyntaxException e) {
            // The exception's message repeats the address, which may hold a secret.
            throw noAddress();
        }
    }

    private UnusableValueException noAddress() {
        return new UnusableValueException(
                "has an address that is not an absolute http or https URL: " + template());
    }

    private static String required(Function<String, Optional<String>> settings, String name) {
        return settings.apply(name)
                .orElseThrow(
                        () ->
                                new UnusableValueException(
                                        "needs the setting " + name + ", which is not set",
                                        Inconsistency.Cause.UNSET));
    }
}
