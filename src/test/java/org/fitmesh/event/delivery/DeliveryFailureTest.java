package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.event.delivery.TestTriggers.ONCE;
import static org.fitmesh.event.delivery.TestTriggers.atOnce;
import static org.fitmesh.event.delivery.TestTriggers.retries;
import static org.fitmesh.test.Eventually.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must not leave events taken for as long as a node lives. */
@Timeout(120)
class DeliveryFailureTest extends DeliveryNodes {

    @Test
    void anErrorOfAnObserverIsAFailure() throws SQLException {
        triggers.observer("inside", "broken", retries(1));
        event("inside", 1, null);
        DeliveryNode node = node();

        node.wake();
        eventually(() -> assertThat(states()).containsExactly("pending 1"));
        sql("update fitmesh.event_log set due_at = now()");
        node.wake();

        eventually(() -> assertThat(states()).containsExactly("error 2"));
    }

    @Test
    void aRetryThatIsDueAtOnceIsNotMistakenForTheTryBefore() throws SQLException {
        int retries = 50;
        triggers.webhook("fails", hook("/fails"), atOnce(retries));
        receiver.fault(Fault.always(Kind.SERVER_ERROR).on("/fails"));
        event("fails", 1, null);
        DeliveryNode node = node();

        eventually(
                () -> {
                    node.wake();
                    assertThat(states()).containsExactly("error " + (retries + 1));
                });
    }

    @Test
    void whatFindsNoThreadIsTakenAgain() throws SQLException {
        triggers.webhook("made", hook("/made"), ONCE);
        event("made", 1, null);
        AtomicInteger tasks = new AtomicInteger();
        Executor busy =
                task -> {
                    // the look is the first, sending what it took the second
                    if (tasks.incrementAndGet() == 2) {
                        throw new RejectedExecutionException("full");
                    }
                    executor.execute(task);
                };
        DeliveryNode node = node(settings(Duration.ofHours(1), true), busy);

        eventually(
                () -> {
                    node.wake();
                    assertThat(states()).containsExactly("delivered 1");
                });
    }
}
