package org.fitmesh.execute;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.fitmesh.remote.JsonSlice;

/** A request that may be answered by a statement for several. */
final class SharedRequest {
    private final String[] values;
    private final Supplier<JsonSlice> alone;
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();

    /**
     * @param values of the statement's parameters
     * @param alone answers it by a statement of its own
     */
    SharedRequest(String[] values, Supplier<JsonSlice> alone) {
        this.values = values;
        this.alone = alone;
    }

    String[] values() {
        return values;
    }

    /** The answer, by a statement of its own. */
    JsonSlice alone() {
        return alone.get();
    }

    /**
     * What it is to do after it has waited: run the statement for all of a group, the first of whom
     * it is; nothing, for it is answered; or, with neither, run a statement of its own.
     */
    record Turn(List<SharedRequest> group, Optional<JsonSlice> answer) {
        static final Turn ALONE = new Turn(List.of(), Optional.empty());
    }

    void lead(List<SharedRequest> group) {
        turn.complete(new Turn(group, Optional.empty()));
    }

    void answered(JsonSlice answer) {
        turn.complete(new Turn(List.of(), Optional.of(answer)));
    }

    void goAlone() {
        turn.complete(Turn.ALONE);
    }

    /** Waits for its turn; empty when that takes too long, or this thread is to end. */
    Optional<Turn> await(Duration patience) {
        try {
            return Optional.of(turn.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn does not fail", e);
        }
    }
}
