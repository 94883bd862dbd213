package org.fitmesh.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fitmesh.dev.issuer.TokenIssuer;

/**
 * What case files may write instead of a literal.
 *
 * <ul>
 *   <li>{@code ${admin}}: the admin secret
 *   <li>{@code ${token:alice}}: a token of {@code auth0|alice} with role user; {@code
 *       ${token:alice:coach,user}} with these roles, the first is the default
 *   <li>{@code ${expired:alice}}, {@code ${forged:alice}} (changed after it was signed), {@code
 *       ${unsigned:alice}} ({@code alg: none}), {@code ${nobody:alice}} (no user id)
 *   <li>{@code <<3*text>>}: the text so many times
 * </ul>
 */
record Placeholders(TokenIssuer issuer) {

    private static final Pattern TOKEN =
            Pattern.compile("\\$\\{(token|expired|forged|unsigned|nobody):([^:}]+)(?::([^}]+))?}");
    private static final Pattern REPEATED = Pattern.compile("<<(\\d+)\\*(.*?)>>", Pattern.DOTALL);
    private static final long HOUR = 3600;

    String fill(String text) {
        String repeated =
                REPEATED.matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                found.group(2)
                                                        .repeat(Integer.parseInt(found.group(1)))));
        return TOKEN.matcher(repeated.replace("${admin}", Fitmesh.ADMIN_SECRET))
                .replaceAll(
                        found -> {
                            String roles = found.group(3) == null ? "user" : found.group(3);
                            return token(found.group(1), "auth0|" + found.group(2), roles);
                        });
    }

    private String token(String kind, String subject, String roles) {
        List<String> allowed = List.of(roles.split(","));
        String token = issuer.token(subject, allowed.get(0), allowed, HOUR);
        return switch (kind) {
            case "token" -> token;
            case "expired" -> issuer.token(subject, allowed.get(0), allowed, -HOUR);
            case "forged" -> withPayload(token, payload(token).replace(subject, "auth0|mallory"));
            case "unsigned" ->
                    base64("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                            + "."
                            + token.split("\\.")[1]
                            + ".";
            case "nobody" ->
                    issuer.sign(payload(token).replace("x-hasura-user-id", "x-hasura-user"));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String payload(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static String withPayload(String token, String payload) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + base64(payload) + "." + parts[2];
    }

    private static String base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
