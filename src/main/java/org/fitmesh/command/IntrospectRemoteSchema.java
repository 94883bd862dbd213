package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.MetadataReader;

/**
 * {@code introspect_remote_schema}: what the remote answered when it was asked for its types last.
 * It is not asked again.
 */
final class IntrospectRemoteSchema implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        String name = call.arguments().text("name");
        return MetadataReader.read(work.metadata().document().json()).remoteSchemas().stream()
                .filter(remote -> remote.name().equals(name))
                .findFirst()
                .flatMap(work::introspection)
                .map(reply -> Answers.json(new String(reply, StandardCharsets.UTF_8)))
                .orElseThrow(
                        () ->
                                new RequestException(
                                                ErrorCode.NOT_EXISTS,
                                                "remote schema: "
                                                        + Names.quoted(name)
                                                        + " not found",
                                                call.path())
                                        .withHint(
                                                "it must be in the metadata and have answered;"
                                                        + " get_inconsistent_metadata tells why"
                                                        + " one has not"));
    }
}
