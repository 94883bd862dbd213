package org.fitmesh.validation;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.fitmesh.error.RequestException;
import org.fitmesh.http.AddressRule;
import org.fitmesh.http.JsonEndpoint;
import org.fitmesh.http.JsonRequest;
import org.fitmesh.http.JsonRequestFilter;
import org.fitmesh.http.ReplyBody;
import org.fitmesh.http.RestClients;

/**
 * Asks one handler, through the server's MicroProfile REST client. Made once per definition and
 * used by all requests; safe for threads.
 *
 * <p>The definition's timeout bounds the connecting, the wait for the reply and the reading of its
 * body, each.
 */
final class InputWebhookClient implements AutoCloseable {
    private final InputWebhook webhook;
    private final AddressRule addresses;
    private final JsonEndpoint proxy;

    InputWebhookClient(InputWebhook webhook, AddressRule addresses) {
        this.webhook = webhook;
        this.addresses = addresses;
        Duration timeout = timeout(webhook);
        this.proxy =
                RestClients.builder(webhook.address(), timeout, timeout)
                        .register(new JsonRequestFilter())
                        .build(JsonEndpoint.class);
    }

    /** Zero would be no bound at all. */
    private static Duration timeout(InputWebhook webhook) {
        return webhook.timeout().isZero() ? Duration.ofMillis(1) : webhook.timeout();
    }

    InputWebhook webhook() {
        return webhook;
    }

    /**
     * Sends one request and reads the answer, whatever its status.
     *
     * @throws RequestException unexpected when the handler cannot be reached, must not be, or takes
     *     too long
     */
    HandlerAnswer ask(JsonRequest request) {
        try {
            addresses.check(webhook.address().getHost());
        } catch (AddressRule.RefusedAddress e) {
            throw HandlerAnswer.none(webhook, e.getMessage());
        }
        try {
            return exchange(request);
        } catch (ProcessingException | UncheckedIOException | IllegalStateException e) {
            throw HandlerAnswer.none(webhook, reason(e)).causedBy(e);
        }
    }

    /**
     * A handler may close a kept connection at the moment a request is sent on it; asking is no
     * change, so it is asked once more.
     */
    private HandlerAnswer exchange(JsonRequest request) {
        try {
            return once(request);
        } catch (ProcessingException e) {
            if (isFinal(e)) {
                throw e;
            }
            return once(request);
        }
    }

    private HandlerAnswer once(JsonRequest request) {
        try (Response response = proxy.post(request)) {
            byte[] body = ReplyBody.read(response, timeout(webhook), HandlerAnswer.LARGEST_BYTES);
            return new HandlerAnswer(response.getStatus(), body);
        }
    }

    private static boolean isFinal(Throwable failure) {
        return isCausedBy(failure, SocketTimeoutException.class)
                || isCausedBy(failure, ConnectException.class)
                || isCausedBy(failure, UnknownHostException.class)
                || isCausedBy(failure, SSLException.class);
    }

    /** Texts of our own: those of the client may quote the address. */
    private static String reason(Throwable failure) {
        if (isCausedBy(failure, SocketTimeoutException.class)) {
            return "Response timeout";
        }
        return "Connection failure: " + RestClients.rootOf(failure).getClass().getSimpleName();
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        RestClients.close(proxy);
    }
}
