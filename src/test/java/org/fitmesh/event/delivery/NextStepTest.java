package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.event.delivery.Answer.Answered;
import org.fitmesh.event.delivery.NextStep.Delivered;
import org.fitmesh.event.delivery.NextStep.GivenUp;
import org.fitmesh.event.delivery.NextStep.Retry;
import org.fitmesh.http.RetryAfter;
import org.fitmesh.metadata.RetryConfiguration;
import org.fitmesh.metadata.RetryConfiguration.Backoff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** Status 0: no answer. The interval is 10 s, two retries; a backoff's bound is 60 s. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # status, Retry-After, tries, factor, jitter, random, then
                    200, -,    0, -,   -,     0,   delivered
                    299, -,    0, -,   -,     0,   delivered
                    200, 5,    0, -,   -,     0,   delivered
                    204, -,    9, -,   -,     0,   delivered
                    199, -,    0, -,   -,     0,   10000
                    301, -,    0, -,   -,     0,   10000
                    500, -,    0, -,   -,     0,   10000
                    500, -,    1, -,   -,     0,   10000
                    500, -,    2, -,   -,     0,   given up
                    500, -,    7, -,   -,     0,   given up
                    0,   -,    0, -,   -,     0,   10000
                    0,   -,    2, -,   -,     0,   given up
                    429, 3,    0, -,   -,     0,   3000
                    429, 3,    2, -,   -,     0,   3000
                    503, 3,    9, -,   -,     0,   3000
                    429, 0,    2, -,   -,     0,   given up
                    429, soon, 2, -,   -,     0,   given up
                    429, soon, 1, -,   -,     0,   10000
                    500, -,    0, 2,   false, 0,   10000
                    500, -,    1, 2,   false, 0,   20000
                    500, -,    1, 100, false, 0,   60000
                    500, -,    0, 2,   true,  0,   5000
                    500, -,    1, 2,   true,  0.5, 15000
                    500, -,    1, 2,   true,  1,   20000
                    500, -,    2, 2,   true,  0,   given up
                    429, 3,    1, 2,   true,  0,   3000
                    """)
    void whatADeliveryLeadsTo(
            int status,
            String retryAfter,
            int tries,
            Double factor,
            Boolean jitter,
            double random,
            String then) {
        Optional<Backoff> backoff =
                Optional.ofNullable(factor)
                        .map(f -> new Backoff(f, Duration.ofSeconds(60), jitter));
        RetryConfiguration retry =
                new RetryConfiguration(2, Duration.ofSeconds(10), Duration.ofSeconds(60), backoff);
        Optional<Duration> pause =
                Optional.ofNullable(retryAfter)
                        .flatMap(text -> RetryAfter.parse(text, NOW, Answer.LONGEST_PAUSE));
        Answer answer =
                status == 0
                        ? new Answer.Failed("no answer")
                        : new Answered(status, Map.of(), "", pause);

        NextStep expected =
                switch (then) {
                    case "delivered" -> new Delivered();
                    case "given up" -> new GivenUp();
                    default -> new Retry(Duration.ofMillis(Long.parseLong(then)));
                };
        assertThat(NextStep.after(answer, tries, retry, random)).isEqualTo(expected);
    }
}
