package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** {@code reload_remote_schema}: its types are asked for anew, with all else that is read. */
final class ReloadRemoteSchema implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        String name = call.arguments().text("name");
        boolean known =
                Entries.find(work.metadata().document().json(), "remote_schemas", "name", name)
                        .isPresent();
        if (!known) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "remote schema with name " + Names.quoted(name) + " does not exist",
                    call.path());
        }
        work.reload(inconsistencies -> {});
        return Answers.success();
    }
}
