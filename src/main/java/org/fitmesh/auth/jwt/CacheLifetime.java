package org.fitmesh.auth.jwt;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a key set is fetched again, by Hasura's reading of the caching headers. */
final class CacheLifetime {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Pattern MAX_AGE = maxAge("max-age");
    private static final Pattern SHARED_MAX_AGE = maxAge("s-maxage");

    private CacheLifetime() {}

    /**
     * The moment after which the answer is fetched again, at the earliest in a minute; {@link
     * Instant#MAX} if no header says one.
     */
    static Instant end(Instant now, Optional<String> cacheControl, Optional<String> expires) {
        return cacheControl
                .flatMap(header -> ofCacheControl(now, header.toLowerCase(Locale.ROOT)))
                .or(() -> expires.flatMap(CacheLifetime::date))
                .map(end -> end.isBefore(now.plus(SHORTEST)) ? now.plus(SHORTEST) : end)
                .orElse(Instant.MAX);
    }

    private static Optional<Instant> ofCacheControl(Instant now, String header) {
        Optional<Instant> oldest =
                age(MAX_AGE, header).or(() -> age(SHARED_MAX_AGE, header)).map(now::plusSeconds);
        if (header.contains("must-revalidate")) {
            return Optional.of(oldest.orElse(now));
        }
        if (header.contains("no-cache") || header.contains("no-store")) {
            return Optional.of(now);
        }
        return oldest;
    }

    private static Optional<Long> age(Pattern directive, String header) {
        Matcher matcher = directive.matcher(header);
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** A date as RFC 9110 section 5.6.7 prefers it; anything else is no date. */
    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Ten digits are 300 years. */
    private static Pattern maxAge(String name) {
        return Pattern.compile("(?:^|[\\s,])" + name + "\\s*=\\s*\"?([0-9]{1,10})");
    }
}
