package org.fitmesh.fit.popularity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {
    /** What is longer is a mistake, or nothing to sit out. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * How long to wait, an hour at most.
     *
     * @param header null when there is none
     * @return zero for none, or one that cannot be read
     */
    static Duration read(String header, Clock clock) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.strip();
        if (text.matches("[0-9]+")) {
            boolean long_ = text.length() > 6;
            return long_ ? LONGEST : shorter(Duration.ofSeconds(Integer.parseInt(text)));
        }
        try {
            Instant date =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), date);
            return wait.isNegative() ? Duration.ZERO : shorter(wait);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
