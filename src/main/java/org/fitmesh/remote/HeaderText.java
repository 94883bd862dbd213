package org.fitmesh.remote;

import java.util.Locale;
import java.util.regex.Pattern;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** What may stand in a header (RFC 9110, sections 5.1 and 5.5). */
final class HeaderText {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private HeaderText() {}

    /**
     * The name in lower case.
     *
     * @throws RequestException bad-request when it is no token
     */
    static String checkedName(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw refused("a header name that HTTP does not allow");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The value.
     *
     * @throws RequestException bad-request when it holds a line break or another control character:
     *     it could smuggle in a header
     */
    static String checkedValue(String name, String value) {
        if (CONTROL.matcher(value).find()) {
            throw refused("a control character in the header " + name);
        }
        return value;
    }

    /** A bare token becomes {@code Bearer …}: consoles print tokens with and without the scheme. */
    static String withScheme(String name, String value) {
        boolean bare = name.equals("authorization") && !value.isEmpty() && !value.contains(" ");
        return bare ? "Bearer " + value : value;
    }

    private static RequestException refused(String what) {
        return new RequestException(
                ErrorCode.BAD_REQUEST,
                "a remote schema cannot be asked with " + what,
                ErrorPath.ROOT);
    }
}
