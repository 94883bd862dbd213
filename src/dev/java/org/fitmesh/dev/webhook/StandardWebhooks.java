package org.fitmesh.dev.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies deliveries as https://www.standardwebhooks.com says, with one secret. */
public final class StandardWebhooks {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StandardWebhooks() {}

    /**
     * Whether it is signed with that secret, and not older than five minutes.
     *
     * @param secret {@code whsec_} and base64
     */
    public static boolean verify(String secret, Delivery delivery) {
        String id = delivery.headers().getOrDefault("webhook-id", "");
        String time = delivery.headers().getOrDefault("webhook-timestamp", "");
        String signatures = delivery.headers().getOrDefault("webhook-signature", "");
        if (!time.matches("[0-9]{1,12}")) return false;
        Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
        if (Duration.between(sent, Instant.now()).abs().compareTo(TOLERANCE) > 0) return false;
        byte[] expected = ("v1," + signature(secret, id + "." + time + "." + delivery.body()))
                .getBytes(StandardCharsets.UTF_8);
        for (String signature : signatures.split(" ", -1)) {
            byte[] given = signature.getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, given)) return true;
        }
        return false;
    }

    private static String signature(String secret, String signed) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
