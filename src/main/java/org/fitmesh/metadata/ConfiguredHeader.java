package org.fitmesh.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A header that is sent with each request. */
public record ConfiguredHeader(String name, ConfiguredValue value) {
    /** RFC 9110, section 5.1. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** RFC 9110, section 5.5: a line break could smuggle in another header. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    /** Headers that say how a request is sent, in lower case. */
    private static final Set<String> OF_CLIENT =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    /** Whether HTTP allows that name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether HTTP allows that value. */
    public static boolean isValue(String value) {
        return !CONTROL.matcher(value).find();
    }

    /**
     * The value, with every setting filled in.
     *
     * @param settings looks up a setting by its name
     * @throws UnusableValueException for a setting that is not there, or a name or value that HTTP
     *     does not allow
     */
    public String text(Function<String, Optional<String>> settings) {
        String text = value.text(settings).strip();
        if (!isName(name.strip())) {
            throw new UnusableValueException("has a header name that HTTP does not allow: " + name);
        }
        if (!isValue(text)) {
            throw new UnusableValueException("has a control character in the header " + name);
        }
        return text;
    }

    /**
     * The values of headers of a webhook by their names, with every setting filled in.
     *
     * @param settings looks up a setting by its name
     * @throws UnusableValueException for what {@link #text} refuses, and for headers that the HTTP
     *     client sets itself
     */
    public static Map<String, String> ofWebhook(
            List<ConfiguredHeader> headers, Function<String, Optional<String>> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ConfiguredHeader header : headers) {
            String name = header.name().strip();
            if (OF_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                throw new UnusableValueException(
                        "has the header " + name + ", which the HTTP client sets itself",
                        Inconsistency.Cause.UNSERVED);
            }
            texts.put(name, header.text(settings));
        }
        return texts;
    }

    static ConfiguredHeader read(Entry header) {
        return new ConfiguredHeader(
                header.text("name"), readValue(header, "value", "value_from_env"));
    }

    /**
     * A value under one of two keys.
     *
     * @param literal the key of a value that is written out
     * @param setting the key of a setting's name; wins
     */
    static ConfiguredValue readValue(Entry entry, String literal, String setting) {
        if (entry.optional(setting).isPresent()) {
            return new ConfiguredValue.FromSetting(entry.text(setting));
        }
        if (entry.optional(literal).isEmpty()) {
            throw new MalformedEntry("add \"" + literal + "\" or \"" + setting + "\"");
        }
        return new ConfiguredValue.Literal(entry.text(literal));
    }
}
