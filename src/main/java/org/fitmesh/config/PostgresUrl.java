package org.fitmesh.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address of a PostgreSQL database as settings hold it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database?…}, without user and password where
 *     the setting had the form of libpq
 * @param user decoded, when given before the host
 * @param password decoded, when given before the host
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">
 *     libpq connection URIs</a>
 */
record PostgresUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final String JDBC = "jdbc:postgresql:";

    /**
     * Reads {@code postgres://}, {@code postgresql://} and {@code jdbc:postgresql:} addresses.
     *
     * @throws IllegalArgumentException for any other text; the message does not repeat it, as it
     *     may hold a password
     */
    static PostgresUrl parse(String setting) {
        String text = setting.strip();
        if (text.startsWith(JDBC)) {
            return new PostgresUrl(text, Optional.empty(), Optional.empty());
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw new IllegalArgumentException(
                    "The database URL must start with postgres://, postgresql:// or"
                            + " jdbc:postgresql://");
        }
        String rest = text.substring(text.indexOf("://") + 3);
        String authority = rest.split("[/?]", 2)[0];
        String path = rest.substring(authority.length());
        path = path.startsWith("/") ? path : "/" + path;
        int at = authority.lastIndexOf('@');
        String jdbcUrl = JDBC + "//" + authority.substring(at + 1) + path;
        if (at < 0) {
            return new PostgresUrl(jdbcUrl, Optional.empty(), Optional.empty());
        }
        String[] credentials = authority.substring(0, at).split(":", 2);
        Optional<String> password =
                credentials.length == 1 ? Optional.empty() : Optional.of(decode(credentials[1]));
        return new PostgresUrl(jdbcUrl, Optional.of(decode(credentials[0])), password);
    }

    /** Percent-decoding of RFC 3986: unlike in forms, a plus sign is a plus sign. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresUrl[" + user.orElse("") + "]";
    }
}
