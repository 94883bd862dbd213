package org.fitmesh.event.delivery;

import java.time.Duration;
import java.util.Optional;
import org.fitmesh.metadata.RetryConfiguration;
import org.fitmesh.metadata.RetryConfiguration.Backoff;

/** What a delivery leads to. The rules are Hasura's; the backoff is ours. */
sealed interface NextStep {
    /** It is through. */
    record Delivered() implements NextStep {}

    /** It is sent again after that time. */
    record Retry(Duration pause) implements NextStep {}

    /** It failed for the last time. */
    record GivenUp() implements NextStep {}

    /**
     * Decides.
     *
     * @param tries deliveries before this one ({@code current_retry})
     * @param random from 0 to 1, for the jitter
     */
    static NextStep after(Answer answer, int tries, RetryConfiguration retry, double random) {
        if (answer instanceof Answer.Observed) {
            return new Delivered();
        }
        if (answer instanceof Answer.Answered answered) {
            if (answered.successful()) {
                return new Delivered();
            }
            // Hasura: the receiver's word counts even past the last retry.
            if (answered.retryAfter().isPresent()) {
                return new Retry(answered.retryAfter().get());
            }
        }
        return tries < retry.retries() ? new Retry(wait(tries, retry, random)) : new GivenUp();
    }

    private static Duration wait(int tries, RetryConfiguration retry, double random) {
        Optional<Backoff> backoff = retry.backoff();
        return backoff.isEmpty()
                ? retry.interval()
                : grown(retry.interval(), tries, backoff.get(), random);
    }

    private static Duration grown(Duration interval, int tries, Backoff backoff, double random) {
        double millis = interval.toMillis() * Math.pow(backoff.factor(), tries);
        double bounded = Math.min(millis, backoff.longest().toMillis());
        double drawn = backoff.jitter() ? bounded * (1 + random) / 2 : bounded;
        return Duration.ofMillis(Math.round(drawn));
    }
}
