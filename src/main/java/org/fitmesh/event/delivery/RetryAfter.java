package org.fitmesh.event.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header Retry-After (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {
    /** A receiver must not be able to put an event off for ever. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    /** The wait, counted from now; none for what is no wait (Hasura ignores 0 too). */
    static Optional<Duration> parse(String value) {
        return parse(value, Instant.now());
    }

    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        Duration wait = text.matches("[0-9]+") ? seconds(text) : until(text, now);
        if (wait.isZero() || wait.isNegative()) {
            return Optional.empty();
        }
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Duration seconds(String digits) {
        return digits.length() > MOST_DIGITS
                ? LONGEST
                : Duration.ofSeconds(Math.min(Long.parseLong(digits), LONGEST.toSeconds()));
    }

    private static Duration until(String date, Instant now) {
        try {
            Instant then =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Duration.between(now, then);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
