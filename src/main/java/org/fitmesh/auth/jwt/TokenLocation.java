package org.fitmesh.auth.jwt;

/**
 * Where the token is ({@code header} of the configuration).
 *
 * @param name of the cookie or header; empty for {@code Authorization}
 */
public record TokenLocation(Kind kind, String name) {
    static final TokenLocation AUTHORIZATION = new TokenLocation(Kind.AUTHORIZATION, "");

    /** {@code header.type}. */
    public enum Kind {
        /** {@code Authorization: Bearer <token>}. */
        AUTHORIZATION("Authorization"),
        /** A cookie, whose value is the token. */
        COOKIE("Cookie"),
        /** A header, whose value is the token. */
        CUSTOM_HEADER("CustomHeader");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it is written in the configuration. */
        String text() {
            return text;
        }
    }
}
