package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which statements are shared. */
class SharingPaceTest {
    private static final int SMALL = 100;

    private final SharingPace pace = new SharingPace();

    @Test
    void aStatementIsSharedUntilItIsSlow() {
        assertThat(pace.allowsSharing()).isTrue();
        pace.took(8, System.nanoTime(), SMALL);
        assertThat(pace.allowsSharing()).isTrue();
        repeat(() -> pace.took(8, slow(), SMALL));
        assertThat(pace.allowsSharing()).isFalse();
    }

    @Test
    void oneThatIsSlowForOneRequestIsNotSharedEither() {
        repeat(() -> pace.took(1, slow(), SMALL));
        assertThat(pace.allowsSharing()).isFalse();
    }

    @Test
    void oneRunThatStoodStillDoesNotCount() {
        repeat(() -> pace.took(8, System.nanoTime(), SMALL));
        pace.took(8, slow(), 60_000);
        assertThat(pace.allowsSharing()).isTrue();
    }

    @Test
    void aLargeAnswerIsNotWaitedForByOthers() {
        repeat(() -> pace.took(8, System.nanoTime(), 10_000));
        assertThat(pace.allowsSharing()).isFalse();
    }

    @Test
    void aStatementThatFailsForSeveralIsNotShared() {
        pace.failed();
        assertThat(pace.allowsSharing()).isFalse();
    }

    @Test
    void thePauseIsNotEndedByWhatRanMeanwhile() {
        long begin = System.nanoTime();
        pace.failed();
        repeat(() -> pace.took(8, begin, SMALL));
        repeat(() -> pace.took(8, System.nanoTime(), SMALL));
        repeat(() -> pace.took(1, System.nanoTime(), SMALL));
        assertThat(pace.allowsSharing()).isFalse();
    }

    private static void repeat(Runnable runs) {
        for (int i = 0; i < 50; i++) {
            runs.run();
        }
    }

    private static long slow() {
        return System.nanoTime() - SharingPace.SLOW.plus(Duration.ofMillis(10)).toNanos();
    }
}
