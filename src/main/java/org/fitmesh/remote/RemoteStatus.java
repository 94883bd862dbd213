package org.fitmesh.remote;

import java.time.Instant;
import java.util.Optional;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.RemoteSchemaDefinition;

/**
 * How a remote schema is at a moment.
 *
 * @param host of its address, with the port where it is not the usual one; absent while a setting
 *     for the address is missing
 * @param types its last good copy; absent: requests do not see it
 * @param introspected when that was fetched
 * @param trouble absent: it has answered the last request
 * @param requests that ended, those for its types among them, since its definition came into force
 * @param failures those of them without a usable HTTP answer
 */
public record RemoteStatus(
        RemoteSchemaDefinition definition,
        Optional<String> host,
        Optional<TypeSystem> types,
        Optional<Instant> introspected,
        Optional<Trouble> trouble,
        long requests,
        long failures) {

    /**
     * What is wrong with it.
     *
     * @param reason one line
     * @param since absent: it was not asked yet
     */
    public record Trouble(String reason, Optional<Instant> since) {}
}
