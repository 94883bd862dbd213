package org.fitmesh.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
public final class RetryAfter {
    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    /**
     * The wait that a header asks for.
     *
     * @param now what a date is counted from
     * @param longest a longer wait is cut to this: nobody may put the caller off for ever
     * @return none for what is no wait; Hasura ignores 0 too
     */
    public static Optional<Duration> parse(String value, Instant now, Duration longest) {
        String text = value.strip();
        Duration wait = text.matches("[0-9]+") ? seconds(text, longest) : until(text, now);
        if (wait.isZero() || wait.isNegative()) {
            return Optional.empty();
        }
        return Optional.of(wait.compareTo(longest) > 0 ? longest : wait);
    }

    private static Duration seconds(String digits, Duration longest) {
        return digits.length() > MOST_DIGITS ? longest : Duration.ofSeconds(Long.parseLong(digits));
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
