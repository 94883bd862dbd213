package org.fitmesh.remote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The headers of a request to a remote, as Hasura sends them: configured ones win over session
 * variables, these over what the client sent.
 */
final class RemoteHeaders {
    private static final String SESSION_PREFIX = "x-hasura-";

    /** Hasura's list, which belongs to the client's own connection. */
    private static final Set<String> KEPT_BACK =
            Set.of(
                    "content-length",
                    "content-type",
                    "content-md5",
                    "user-agent",
                    "host",
                    "origin",
                    "referer",
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "accept-datetime",
                    "cache-control",
                    "connection",
                    "dnt");

    /** Meant for one hop only (RFC 9110, section 7.6.1). */
    private static final Set<String> ONE_HOP =
            Set.of(
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authorization",
                    "proxy-authenticate",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "expect");

    private static final Map<String, String> FORWARDED_AS =
            Map.of(
                    "host", "x-forwarded-host",
                    "user-agent", "x-forwarded-user-agent",
                    "origin", "x-forwarded-origin");

    private RemoteHeaders() {}

    /** All headers but those of the body, by name in lower case. */
    static Map<String, String> of(RemoteEndpoint endpoint, Caller caller) {
        Map<String, String> headers = new HashMap<>();
        if (endpoint.forwardClientHeaders()) {
            caller.clientHeaders().forEach((name, value) -> forward(headers, name, value));
        }
        caller.sessionVariables().forEach((name, value) -> put(headers, name, value));
        headers.putAll(endpoint.headers());
        return headers;
    }

    private static void forward(Map<String, String> headers, String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        String renamed = FORWARDED_AS.get(key);
        if (renamed != null) {
            put(headers, renamed, value);
        }
        // The client's own x-hasura-* (the admin secret among them) count only as far as they
        // became session variables.
        if (KEPT_BACK.contains(key)
                || ONE_HOP.contains(key)
                || key.startsWith(SESSION_PREFIX)
                || key.startsWith("sec-websocket-")) {
            return;
        }
        put(headers, key, value);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        String key = HeaderText.checkedName(name);
        headers.put(key, HeaderText.checkedValue(key, value));
    }
}
