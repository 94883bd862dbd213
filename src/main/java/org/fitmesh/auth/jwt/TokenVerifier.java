package org.fitmesh.auth.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.fitmesh.error.RequestException;

/** Verifies tokens under one configuration, and remembers those that were right. */
public final class TokenVerifier {
    /** Characters of tokens that are remembered; about ten thousand tokens. */
    private static final long REMEMBERED_CHARACTERS = 8L * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JwtConfiguration configuration;
    private final KeySource keySource;
    private final InstantSource clock;
    private final Cache<String, Remembered> remembered;

    /**
     * @param keySource the keys, whatever the configuration says about them
     */
    public TokenVerifier(JwtConfiguration configuration, KeySource keySource, InstantSource clock) {
        this.configuration = configuration;
        this.keySource = keySource;
        this.clock = clock;
        this.remembered =
                Caffeine.newBuilder()
                        .maximumWeight(REMEMBERED_CHARACTERS)
                        .weigher((String token, Remembered value) -> token.length())
                        // Its own work is done by the calling thread: the WAR has no pool.
                        .executor(Runnable::run)
                        .recordStats()
                        .build();
    }

    /** A verifier with the keys that the configuration names. */
    public static TokenVerifier of(JwtConfiguration configuration, InstantSource clock) {
        KeySource keys =
                configuration
                        .key()
                        .<KeySource>map(ConfiguredKey::new)
                        .orElseGet(
                                () ->
                                        new RemoteKeys(
                                                new JwkSetEndpoint(
                                                        configuration.jwkUrl().orElseThrow()),
                                                clock));
        return new TokenVerifier(configuration, keys, clock);
    }

    /**
     * @param keys with which the signature was verified: under other keys it is verified again
     */
    private record Remembered(KeySet keys, VerifiedClaims claims) {}

    public JwtConfiguration configuration() {
        return configuration;
    }

    /** The tokens that are remembered. */
    public Cache<?, ?> remembered() {
        return remembered;
    }

    /** Where its keys come from. */
    KeySource keySource() {
        return keySource;
    }

    /** Fetches the keys if they are elsewhere and not there yet. */
    public void fetchKeys() {
        keySource.current();
    }

    /** Whether tokens of every issuer are meant for this configuration. */
    public boolean acceptsAnyIssuer() {
        return configuration.issuer().isEmpty();
    }

    /**
     * Whether the token's issuer is this configuration's, by what the token says without proof;
     * true if either names none or the token cannot be read.
     */
    public boolean isResponsibleFor(String token) {
        if (acceptsAnyIssuer() || remembered.asMap().containsKey(token)) {
            return true;
        }
        JsonNode issuer = unprovenPayload(token).path("iss");
        return !issuer.isTextual() || issuer.textValue().equals(configuration.issuer().get());
    }

    /**
     * The claims of a token.
     *
     * @throws RequestException if its signature is wrong, it does not count now or here, or its
     *     claims are not as configured
     */
    public VerifiedClaims verify(String token) {
        KeySet keys = keySource.current();
        Remembered known = remembered.getIfPresent(token);
        if (known != null && known.keys().equals(keys)) {
            known.claims().validity().check(clock.instant(), configuration.allowedSkew());
            return known.claims();
        }
        SignedToken signed = SignedToken.parse(token);
        if (!keys.knows(signed.keyId())) {
            keys = keySource.afterUnknownKeyId();
        }
        JsonNode payload = object(signed.payloadVerifiedWith(keys));
        VerifiedClaims claims = claims(token, payload);
        remembered.put(token, new Remembered(keys, claims));
        return claims;
    }

    private VerifiedClaims claims(String token, JsonNode payload) {
        Validity validity = Validity.of(payload);
        validity.check(clock.instant(), configuration.allowedSkew());
        checkIssuer(payload.path("iss"));
        checkAudience(payload.path("aud"));
        return ClaimsReader.read(token, configuration.claims().find(payload), validity);
    }

    private void checkIssuer(JsonNode issuer) {
        Optional<String> wanted = configuration.issuer();
        boolean other =
                wanted.isPresent() && isThere(issuer) && !wanted.get().equals(issuer.textValue());
        if (other) {
            throw JwtFailure.unverified("JWTNotInIssuer");
        }
    }

    /**
     * RFC 7519 section 4.1.3: a string, or a list of strings. A token without passes, as in Hasura.
     */
    private void checkAudience(JsonNode audience) {
        if (configuration.audience().isEmpty() || !isThere(audience)) {
            return;
        }
        if (audience.isTextual() && configuration.audience().contains(audience.textValue())) {
            return;
        }
        for (JsonNode one : audience) {
            if (one.isTextual() && configuration.audience().contains(one.textValue())) {
                return;
            }
        }
        throw JwtFailure.unverified("JWTNotInAudience");
    }

    private static boolean isThere(JsonNode claim) {
        return !claim.isMissingNode() && !claim.isNull();
    }

    private static JsonNode object(String json) {
        try {
            JsonNode payload = JSON.readTree(json);
            if (payload != null && payload.isObject()) {
                return payload;
            }
        } catch (JsonProcessingException e) {
            throw notObject().causedBy(e);
        }
        throw notObject();
    }

    private static RequestException notObject() {
        return JwtFailure.unverified(
                "JWTClaimsSetDecodeError \"Error in $: the payload is not a JSON object\"");
    }

    private static JsonNode unprovenPayload(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            String json =
                    new String(
                            Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""),
                            StandardCharsets.UTF_8);
            return JSON.readTree(json);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
