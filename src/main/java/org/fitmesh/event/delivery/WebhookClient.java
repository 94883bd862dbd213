package org.fitmesh.event.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.fitmesh.event.delivery.Answer.Answered;
import org.fitmesh.event.delivery.Answer.Failed;

/**
 * Sends deliveries. A slow receiver holds no thread. Redirects are not followed: they would carry
 * the secrets of the headers elsewhere, and past the rule of addresses.
 */
final class WebhookClient {
    /** How often a request that no byte answered is sent again on another connection. */
    private static final int REPEATS = 2;

    private final HttpClient client;
    private final ReusableConnections connections = new ReusableConnections();

    WebhookClient(Executor executor) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .executor(executor)
                        .build();
    }

    /** A request under way. */
    static final class Exchange {
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private volatile CompletableFuture<HttpResponse<String>> sent;
        private volatile boolean cancelled;

        /** Completes, never exceptionally. */
        CompletableFuture<Answer> answer() {
            return answer;
        }

        /** Ends it with that answer and closes the connection, unless it is over. */
        void cancel(Answer instead) {
            cancelled = true;
            answer.complete(instead);
            CompletableFuture<HttpResponse<String>> under = sent;
            if (under != null) {
                under.cancel(true);
            }
        }
    }

    /** Begins a request; returns at once. */
    Exchange send(HttpRequest request) {
        Exchange exchange = new Exchange();
        attempt(exchange, request, REPEATS);
        return exchange;
    }

    private void attempt(Exchange exchange, HttpRequest request, int repeats) {
        String origin = request.uri().getRawAuthority();
        boolean maybeReused = connections.take(origin);
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(
                        request,
                        head -> {
                            begun.set(true);
                            return new FirstBytes();
                        });
        exchange.sent = sent;
        if (exchange.cancelled) {
            sent.cancel(true);
        }
        var unused =
                sent.whenComplete(
                        (response, failure) -> {
                            if (failure == null) {
                                connections.giveBack(origin);
                                exchange.answer.complete(answered(response));
                                return;
                            }
                            Throwable cause = cause(failure);
                            boolean repeat =
                                    maybeReused
                                            && repeats > 0
                                            && !begun.get()
                                            && !exchange.cancelled
                                            && isClosedConnection(cause);
                            if (repeat) {
                                attempt(exchange, request, repeats - 1);
                            } else {
                                exchange.answer.complete(new Failed(message(cause)));
                            }
                        });
    }

    private static Answer answered(HttpResponse<String> response) {
        return Answered.of(response.statusCode(), response.headers(), response.body());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    /**
     * A receiver may close a connection that is kept for the next request at the moment that
     * request is sent. The JDK's client repeats only requests other than POST by itself.
     */
    private static boolean isClosedConnection(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof SSLException
                || failure instanceof ProtocolException) {
            return false;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof EOFException
                    || t instanceof SocketException
                    || t instanceof ClosedChannelException) {
                return true;
            }
        }
        String message = String.valueOf(failure.getMessage());
        return message.contains("received no bytes")
                || message.contains("Broken pipe")
                || message.contains("Connection reset");
    }

    /** Texts of our own: those of the JDK may quote the address. */
    private static String message(Throwable failure) {
        if (failure instanceof CancellationException) {
            return "the delivery was interrupted";
        }
        if (failure instanceof ConnectException
                || failure instanceof UnresolvedAddressException
                || failure.getCause() instanceof UnresolvedAddressException) {
            return "no connection to the webhook";
        }
        if (failure instanceof SSLException) {
            return "no TLS connection to the webhook: certificate or protocol is refused";
        }
        if (failure instanceof ProtocolException) {
            return "the webhook's answer is no HTTP";
        }
        return failure instanceof IOException
                ? "the connection to the webhook broke before its answer was complete"
                : "the delivery failed: " + failure.getClass().getSimpleName();
    }
}
