package org.fitmesh.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no JSON", "{\"message\": \"no\"}"})
    void status200PassesWhateverTheBody(String body) {
        assertThatCode(() -> answer(200, body).check()).doesNotThrowAnyException();
    }

    @Test
    void status400RejectsInTheHandlersWords() {
        RequestException failure = failure(400, "{\"message\": \"näh\", \"code\": 1}");
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(failure).hasMessage("näh");
        assertThat(failure.path().text()).isEqualTo("$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "{\"message\": null}", "{\"error\": \"x\"}"})
    void aRejectionNeedsNoMessage(String body) {
        RequestException failure = failure(400, body);
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(failure).hasMessage("the input was rejected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "\"no\"",
                "null",
                "{\"message\": 1}",
                "{\"message\": [\"a\"]}"
            })
    void aRejectionThatIsNoneIsAnInternalError(String body) {
        RequestException failure = failure(400, body);
        assertThat(failure.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(failure).hasMessage("received invalid response from input validation webhook");
        assertThat(failure.internalJson().orElseThrow()).startsWith("\"invalid response: no ");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 201, 204, 301, 401, 403, 422, 500, 503})
    void everyOtherStatusIsAnInternalError(int status) {
        RequestException failure = failure(status, "{\"message\": \"x\"}");
        assertThat(failure.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(failure).hasMessage("internal error when validating input data");
        assertThat(failure.internalJson())
                .hasValue("\"expecting 200 or 400 status code, but found " + status + "\"");
    }

    private static HandlerAnswer answer(int status, String body) {
        return new HandlerAnswer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestException failure(int status, String body) {
        return catchThrowableOfType(RequestException.class, () -> answer(status, body).check());
    }
}
