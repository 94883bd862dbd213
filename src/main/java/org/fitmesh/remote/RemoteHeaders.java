package org.fitmesh.remote;

import java.util.HashMap;
import java.util.Map;
import org.fitmesh.http.ForwardedHeaders;

/**
 * The headers of a request to a remote, as Hasura sends them: configured ones win over session
 * variables, these over what the client sent.
 */
final class RemoteHeaders {
    private RemoteHeaders() {}

    /** All headers but those of the body, by name in lower case. */
    static Map<String, String> of(RemoteEndpoint endpoint, Caller caller) {
        Map<String, String> headers = new HashMap<>();
        if (endpoint.forwardClientHeaders()) {
            ForwardedHeaders.of(caller.clientHeaders())
                    .forEach((name, value) -> put(headers, name, value));
        }
        caller.sessionVariables().forEach((name, value) -> put(headers, name, value));
        headers.putAll(endpoint.headers());
        return headers;
    }

    private static void put(Map<String, String> headers, String name, String value) {
        String key = HeaderText.checkedName(name);
        headers.put(key, HeaderText.checkedValue(key, value));
    }
}
