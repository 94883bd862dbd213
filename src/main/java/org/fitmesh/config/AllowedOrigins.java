package org.fitmesh.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The origins that browsers may call from (HASURA_GRAPHQL_CORS_DOMAIN).
 *
 * @param any whether every origin may ({@code *})
 * @param patterns the origins one by one; empty if any may
 */
public record AllowedOrigins(boolean any, List<OriginPattern> patterns) {
    private static final Pattern FORM =
            Pattern.compile("(https?)://(\\*\\.)?([^/*?#@:\\s]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?/?");

    private static final Pattern LABEL = Pattern.compile("[^./:@]+");

    /**
     * One origin, in lower case.
     *
     * @param start scheme and {@code ://}
     * @param subdomains whether one label must come between start and end ({@code *.}); as in
     *     Hasura, domains below that are others
     * @param end host and port; begins with a dot if subdomains is true
     */
    public record OriginPattern(String start, boolean subdomains, String end) {
        boolean matches(String origin) {
            if (!subdomains) {
                return origin.equals(start + end);
            }
            boolean framed =
                    origin.length() > start.length() + end.length()
                            && origin.startsWith(start)
                            && origin.endsWith(end);
            return framed
                    && LABEL.matcher(
                                    origin.substring(
                                            start.length(), origin.length() - end.length()))
                            .matches();
        }
    }

    /** Whether a browser may call from there; the value of the {@code Origin} header. */
    public boolean allows(String origin) {
        String wanted = origin.toLowerCase(Locale.ROOT);
        return any || patterns.stream().anyMatch(pattern -> pattern.matches(wanted));
    }

    /**
     * Reads {@code *} or a comma-separated list, in which it may not be, as in Hasura.
     *
     * @throws InvalidSettingException if an entry is no origin
     */
    static AllowedOrigins parse(String settingName, String text) {
        List<String> entries =
                Stream.of(text.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
        if (entries.equals(List.of("*"))) {
            return new AllowedOrigins(true, List.of());
        }
        return new AllowedOrigins(
                false, entries.stream().map(entry -> pattern(settingName, entry)).toList());
    }

    private static OriginPattern pattern(String settingName, String entry) {
        Matcher form = FORM.matcher(entry.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new InvalidSettingException(
                    settingName,
                    "'"
                            + entry
                            + "' is not allowed; allowed is * or a list of scheme://host[:port],"
                            + " each with at most one *. before the host");
        }
        boolean subdomains = form.group(2) != null;
        String host = form.group(3) + Optional.ofNullable(form.group(4)).orElse("");
        return new OriginPattern(form.group(1) + "://", subdomains, subdomains ? "." + host : host);
    }
}
