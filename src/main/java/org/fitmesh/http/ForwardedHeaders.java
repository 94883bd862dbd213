package org.fitmesh.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code forward_client_headers} passes on of a client's headers, as Hasura does. */
public final class ForwardedHeaders {
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

    private ForwardedHeaders() {}

    /**
     * The headers that are passed on, by name in lower case.
     *
     * @param ofClient as the client sent them
     */
    public static Map<String, String> of(Map<String, String> ofClient) {
        Map<String, String> forwarded = new LinkedHashMap<>();
        ofClient.forEach((name, value) -> forward(forwarded, name, value));
        return forwarded;
    }

    private static void forward(Map<String, String> forwarded, String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        String renamed = FORWARDED_AS.get(key);
        if (renamed != null) {
            forwarded.put(renamed, value);
        }
        // The client's own x-hasura-* (the admin secret among them) count only as far as they
        // became session variables.
        if (KEPT_BACK.contains(key)
                || ONE_HOP.contains(key)
                || key.startsWith(SESSION_PREFIX)
                || key.startsWith("sec-websocket-")) {
            return;
        }
        forwarded.put(key, value);
    }
}
