package org.fitmesh.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.webhook.WebhookReceiver;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.http.AddressRule;
import org.fitmesh.http.JsonRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputWebhookClientTest {
    private static final JsonRequest REQUEST =
            new JsonRequest("{}".getBytes(StandardCharsets.UTF_8), Map.of("x-a", "b"));

    private WebhookReceiver handler;

    @BeforeEach
    void start() throws IOException {
        handler = WebhookReceiver.start(0);
    }

    @AfterEach
    void stop() throws IOException {
        handler.close();
    }

    @Test
    void theAnswersStatusAndBodyAreThoseOfTheHandler() {
        handler.answer("/hook", 400, "{\"message\": \"no\"}");

        HandlerAnswer answer = ask(true, Duration.ofSeconds(5));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"message\": \"no\"}");
        assertThat(handler.deliveries("/hook").get(0).headers()).containsEntry("x-a", "b");
    }

    @Test
    void ofALongAnswerOnlyTheBeginningIsRead() {
        handler.answer("", 200, "x".repeat(500_000));

        HandlerAnswer answer = ask(true, Duration.ofSeconds(5));

        assertThat(answer.body().length)
                .isBetween(HandlerAnswer.LARGEST_BYTES, 2 * HandlerAnswer.LARGEST_BYTES);
        answer.check();
    }

    @Test
    void aPrivateAddressIsNotAskedUnlessThatIsAllowed() {
        RequestException failure = failure(false, Duration.ofSeconds(5));

        assertThat(failure.internalJson().orElseThrow())
                .contains("FITMESH_WEBHOOK_PRIVATE_ADDRESSES=true allows it");
        assertThat(handler.requestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HANG", "HALF"})
    void aHandlerThatTakesTooLongIsAskedOnce(Kind kind) {
        handler.fault(Fault.always(kind));

        RequestException failure = failure(true, Duration.ofMillis(300));

        assertThat(failure.internalJson().orElseThrow()).contains("Response timeout");
        assertThat(handler.requestCount()).isOne();
    }

    @Test
    void aHandlerIsAskedOnceMoreWhenTheConnectionBreaks() {
        handler.fault(Fault.once(Kind.RESET));

        assertThat(ask(true, Duration.ofSeconds(5)).status()).isEqualTo(200);
        assertThat(handler.requestCount()).isEqualTo(2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        handler.fault(Fault.once(Kind.REDIRECT));

        assertThat(ask(true, Duration.ofSeconds(5)).status()).isEqualTo(301);
        assertThat(handler.requestCount()).isOne();
    }

    @Test
    void whatAnAdministratorReadsOfAFailureHoldsNoAddress() throws IOException {
        handler.close();

        RequestException failure = failure(true, Duration.ofSeconds(5));

        assertThat(failure.internalJson().orElseThrow())
                .contains("Connection failure")
                .contains("{{HOOK}}")
                .doesNotContain("localhost")
                .doesNotContain(Integer.toString(handler.port()));
    }

    private RequestException failure(boolean privateAllowed, Duration timeout) {
        RequestException failure =
                catchThrowableOfType(RequestException.class, () -> ask(privateAllowed, timeout));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(failure).hasMessage("http exception when validating input data");
        return failure;
    }

    private HandlerAnswer ask(boolean privateAllowed, Duration timeout) {
        URI address = handler.address("/hook");
        InputWebhook webhook = new InputWebhook(address, "{{HOOK}}", Map.of(), false, timeout);
        try (InputWebhookClient client =
                new InputWebhookClient(webhook, new AddressRule(privateAllowed))) {
            return client.ask(REQUEST);
        }
    }
}
