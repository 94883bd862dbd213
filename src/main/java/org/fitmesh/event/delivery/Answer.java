package org.fitmesh.event.delivery;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.http.RetryAfter;

/** What came of one delivery. */
sealed interface Answer {
    /** A receiver must not be able to put an event off for ever. */
    Duration LONGEST_PAUSE = Duration.ofDays(1);

    /**
     * The receiver answered.
     *
     * @param body its first bytes, as text
     * @param retryAfter how long it asks to be left alone
     */
    record Answered(
            int status,
            Map<String, List<String>> headers,
            String body,
            Optional<Duration> retryAfter)
            implements Answer {
        static Answered of(int status, HttpHeaders headers, String body) {
            Optional<Duration> retryAfter =
                    headers.firstValue("Retry-After")
                            .flatMap(
                                    header ->
                                            RetryAfter.parse(header, Instant.now(), LONGEST_PAUSE));
            return new Answered(status, headers.map(), body, retryAfter);
        }

        boolean successful() {
            return status >= 200 && status < 300;
        }
    }

    /** An observer in the WAR took it. */
    record Observed() implements Answer {}

    /**
     * No answer, or not a whole one.
     *
     * @param message for the log; holds neither address nor secret
     */
    record Failed(String message) implements Answer {}

    /** HTTP status of the answer, if there was one. */
    default Optional<Integer> httpStatus() {
        return this instanceof Answered answered
                ? Optional.of(answered.status())
                : Optional.empty();
    }

    /** Whether the event is through. */
    default boolean succeeded() {
        return this instanceof Observed
                || (this instanceof Answered answered && answered.successful());
    }
}
