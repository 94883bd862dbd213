package org.fitmesh.event.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Keeps the first bytes of a body and drops the rest. A body that does not end is cut off: its
 * status is what counts.
 */
final class FirstBytes implements BodySubscriber<String> {
    private static final int KEPT = 4096;
    private static final int MOST_READ = 1024 * 1024;

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Flow.Subscription subscription;
    private int read;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        parts.forEach(this::take);
        if (read > MOST_READ) {
            subscription.cancel();
            onComplete();
        }
    }

    private void take(ByteBuffer part) {
        read += part.remaining();
        byte[] bytes = new byte[Math.min(part.remaining(), KEPT - kept.size())];
        part.get(bytes);
        kept.writeBytes(bytes);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    /** What is no UTF-8, such as a character that the cut has halved, becomes U+FFFD. */
    @Override
    public void onComplete() {
        body.complete(kept.toString(StandardCharsets.UTF_8));
    }
}
