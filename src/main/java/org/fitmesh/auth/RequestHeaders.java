package org.fitmesh.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a request, found by name in any case.
 *
 * @param byLowerCaseName one value for each name; never changed afterwards (it is not copied, since
 *     it is made for every request)
 */
public record RequestHeaders(Map<String, String> byLowerCaseName) {
    /** Headers as they came; of names that differ in case only, the first one counts. */
    public static RequestHeaders of(Map<String, String> headers) {
        Map<String, String> found = new HashMap<>();
        headers.forEach((name, value) -> found.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new RequestHeaders(found);
    }

    /**
     * These headers, and those of {@code others} that are not among them: what a WebSocket's {@code
     * connection_init} says comes before what its upgrade request said.
     */
    public RequestHeaders before(RequestHeaders others) {
        Map<String, String> all = new HashMap<>(others.byLowerCaseName);
        all.putAll(byLowerCaseName);
        return new RequestHeaders(all);
    }

    /** The value of a header. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(byLowerCaseName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The value of a cookie (RFC 6265 section 4.2.1); its name's case counts. */
    public Optional<String> cookie(String name) {
        for (String pair : get("cookie").orElse("").split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(unquoted(pair.substring(equals + 1).strip()));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The names only: values may be credentials. */
    @Override
    public String toString() {
        return "RequestHeaders" + byLowerCaseName.keySet();
    }
}
