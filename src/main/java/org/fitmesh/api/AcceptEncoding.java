package org.fitmesh.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** The header of that name (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private static final Pattern WEIGHT_OF_ZERO = Pattern.compile("q\\s*=\\s*0(\\.0*)?");

    private AcceptEncoding() {}

    /**
     * Whether a reply may be compressed with gzip.
     *
     * @param header null: not sent
     */
    static boolean allowsGzip(String header) {
        if (header == null) {
            return false;
        }
        for (String element : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = element.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !WEIGHT_OF_ZERO.matcher(parts[1].strip()).matches();
            }
        }
        return false;
    }
}
