package org.fitmesh.dev.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.http.Answer;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.LoopbackServer;
import org.fitmesh.dev.http.Request;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Auth0, small and local. Beside the paths of every {@link LoopbackServer}: {@code POST
 * /_standin/rotate} (with {@code ?revoke=true} the old keys are no longer published).
 */
public final class TokenIssuer implements AutoCloseable {

    /** The audience of every token. */
    public static final String AUDIENCE = "fitmesh";

    /** How long a token lives when nothing else is asked for, in seconds: Auth0's 24 hours. */
    public static final long LIFETIME = 86_400;

    private static final String NAMESPACE = "https://hasura.io/jwt/claims";
    private static final String KEY_SET = "/.well-known/jwks.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SigningKeys keys;
    private final LoopbackServer server;

    private TokenIssuer(int port, Path keyFile) throws IOException {
        this.keys = new SigningKeys(keyFile);
        this.server = LoopbackServer.start(port, this::answer);
    }

    /**
     * Starts an issuer.
     *
     * @param port 0 for a free one
     * @param keyFile where the keys are kept between runs; null: nowhere
     * @throws IOException when the port is taken or the file cannot be read
     */
    public static TokenIssuer start(int port, Path keyFile) throws IOException {
        return new TokenIssuer(port, keyFile);
    }

    public int port() {
        return server.port();
    }

    /** The {@code iss} claim, with a slash at the end as Auth0's. */
    public String issuer() {
        return "http://localhost:" + server.port() + "/";
    }

    public URI keySet() {
        return URI.create("http://localhost:" + server.port() + KEY_SET);
    }

    /** The value for {@code HASURA_GRAPHQL_JWT_SECRET}. */
    public String jwtSecret() {
        ObjectNode secret = JSON.createObjectNode().put("type", "RS256");
        secret.put("jwk_url", keySet().toString()).put("issuer", issuer());
        return secret.put("audience", AUDIENCE).toString();
    }

    /** A token with one role. */
    public String token(String subject, String role) {
        return token(subject, role, List.of(role), LIFETIME);
    }

    /**
     * A token shaped as Auth0's with the rule of Hasura Fit: no {@code jti}.
     *
     * @param role the default role
     * @param roles the allowed roles
     * @param lifetime seconds from now; negative: already expired
     */
    public String token(String subject, String role, List<String> roles, long lifetime) {
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setClaim(
                NAMESPACE,
                Map.of(
                        "x-hasura-default-role", role,
                        "x-hasura-allowed-roles", roles,
                        "x-hasura-user-id", subject));
        claims.setIssuer(issuer());
        claims.setSubject(subject);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(Math.min(now.getValue(), now.getValue() + lifetime)));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifetime));
        return sign(claims.toJson());
    }

    /** Signs any payload with the current key; for tokens that are wrong in other ways. */
    public String sign(String payload) {
        RsaJsonWebKey key = keys.current();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("RS256");
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs with a new key from now on.
     *
     * @param revoke whether the old keys are no longer published
     */
    public void rotate(boolean revoke) {
        try {
            keys.rotate(revoke);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Requests since the start or the last {@link #clearRequests()}. */
    public int requestCount() {
        return server.requestCount();
    }

    public void clearRequests() {
        server.clearRequests();
    }

    /** Plays a fault for the next requests. */
    public void fault(Fault fault) {
        server.fault(fault);
    }

    public void clearFaults() {
        server.clearFaults();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Answer answer(Request request) {
        String action = request.method() + " " + request.path();
        return switch (action) {
            // The header that Auth0 sends with its key set.
            case "GET " + KEY_SET -> Answer.json(200, keys.published())
                    .with(
                            "Cache-Control",
                            "public, max-age=15, stale-while-revalidate=15, stale-if-error=86400");
            case "GET /token" -> tokenFor(request);
            case "POST /_standin/rotate" -> {
                rotate(request.parameter("revoke").orElse("").equals("true"));
                yield Answer.json(200, "{\"message\":\"success\"}");
            }
            default -> Answer.text(404, "Try /token?sub=auth0|alice&role=user\n");
        };
    }

    private Answer tokenFor(Request request) {
        String subject = request.parameter("sub").orElse("auth0|alice");
        String role = request.parameter("role").orElse("user");
        List<String> roles = List.of(request.parameter("roles").orElse(role).split(","));
        long lifetime = request.parameter("exp").map(Long::parseLong).orElse(LIFETIME);
        return Answer.text(200, token(subject, role, roles, lifetime));
    }
}
