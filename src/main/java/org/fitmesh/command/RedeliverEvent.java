package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.UUID;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code pg_redeliver_event}: the event is delivered again, as if it were new. */
final class RedeliverEvent implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        UUID id = call.arguments().id("event_id");
        switch (work.eventLog().redeliver(id)) {
            case UNKNOWN -> throw failed(ErrorCode.NOT_EXISTS, "event not found", call);
            case BUSY -> throw failed(ErrorCode.BUSY, "event is already being processed", call);
            case ARCHIVED ->
                    throw failed(ErrorCode.NOT_SUPPORTED, "event is archived", call)
                            .withHint("its event trigger was deleted");
            case PENDING -> work.raisedEvents();
        }
        return Answers.success();
    }

    private static RequestException failed(ErrorCode code, String message, Call call) {
        return new RequestException(code, message, call.path().key("event_id"));
    }
}
