package org.fitmesh.remote;

import java.util.Map;
import org.fitmesh.auth.Session;

/**
 * On whose behalf a remote is asked.
 *
 * @param sessionVariables {@code x-hasura-*} in lower case, sent as headers
 * @param clientHeaders the headers of the client's own request, sent only to remotes with {@code
 *     forward_client_headers}
 */
public record Caller(Map<String, String> sessionVariables, Map<String, String> clientHeaders) {
    /** The server itself, as when it asks for a remote's types. */
    public static final Caller SERVER = new Caller(Map.of(), Map.of());

    public static Caller of(Session session, Map<String, String> clientHeaders) {
        return new Caller(session.variables(), clientHeaders);
    }

    /** Without any value: both maps may hold credentials. */
    @Override
    public String toString() {
        return "Caller" + sessionVariables.keySet();
    }
}
