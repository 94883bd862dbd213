package org.fitmesh.remote;

import java.util.Locale;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.ConfiguredHeader;

/** What may stand in a header (RFC 9110, sections 5.1 and 5.5). */
final class HeaderText {
    private HeaderText() {}

    /**
     * The name in lower case.
     *
     * @throws RequestException bad-request when it is no token
     */
    static String checkedName(String name) {
        if (!ConfiguredHeader.isName(name)) {
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
        if (!ConfiguredHeader.isValue(value)) {
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
