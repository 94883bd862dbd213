package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RemoteReplyTest {

    @TestFactory
    Stream<DynamicTest> replies() {
        return Cases.of("replies.yaml", RemoteReplyTest::check);
    }

    private static void check(JsonNode item) {
        byte[] reply = item.path("reply").asText().getBytes(StandardCharsets.UTF_8);
        if (item.has("failure")) {
            RequestException e =
                    catchThrowableOfType(RequestException.class, () -> RemoteReply.read(reply));
            assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
            assertThat(e).hasMessage(item.path("failure").asText());
            return;
        }
        RemoteReply read = RemoteReply.read(reply);
        if (item.has("errors")) {
            assertThat(read).isInstanceOf(RemoteReply.Errors.class);
            assertThat(((RemoteReply.Errors) read).errors())
                    .hasToString(item.path("errors").asText());
            return;
        }
        RemoteReply.Data data = (RemoteReply.Data) read;
        assertThat(data.fields().keySet())
                .containsExactlyElementsOf(() -> item.path("fields").fieldNames());
        item.path("fields")
                .properties()
                .forEach(
                        field ->
                                assertThat(data.field(field.getKey()))
                                        .hasToString(field.getValue().asText()));
    }

    @Test
    void refusesUtf16() {
        byte[] reply = "{\"data\": {\"a\": 1}}".getBytes(StandardCharsets.UTF_16BE);
        assertThat(catchThrowableOfType(RequestException.class, () -> RemoteReply.read(reply)))
                .hasMessage("Response from remote is not a JSON object");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        RemoteReply.Data data =
                (RemoteReply.Data)
                        RemoteReply.read("{\"data\": {}}".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowableOfType(RequestException.class, () -> data.field("workout")))
                .hasMessage("expecting key workout");
    }
}
