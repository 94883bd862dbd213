package org.fitmesh.dev.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    @TempDir Path folder;
    private TokenIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = TokenIssuer.start(0, folder.resolve("keys.json"));
    }

    @AfterEach
    void stop() throws IOException {
        issuer.close();
    }

    @Test
    void publishedKeysVerifyTheToken() throws Exception {
        String token = get("/token?sub=auth0|alice&role=user&roles=user,coach");
        JwtContext context = consumer().process(token);
        var claims = context.getJwtClaims();
        assertThat(claims.getSubject()).isEqualTo("auth0|alice");
        assertThat(claims.getJwtId()).isNull();
        assertThat(claims.getClaimValue("https://hasura.io/jwt/claims"))
                .isEqualTo(
                        Map.of(
                                "x-hasura-default-role", "user",
                                "x-hasura-allowed-roles", List.of("user", "coach"),
                                "x-hasura-user-id", "auth0|alice"));
        assertThat(context.getJoseObjects().get(0).getHeader("typ")).isEqualTo("JWT");
    }

    @Test
    void expiredWhenAskedFor() throws Exception {
        String token = get("/token?sub=a&role=user&exp=-60");
        JwtConsumer consumer = consumer();
        var failure =
                Assertions.assertThrows(InvalidJwtException.class, () -> consumer.process(token));
        assertThat(failure.hasExpired()).isTrue();
    }

    @Test
    void rotationSignsWithANewKey() throws Exception {
        JwtConsumer before = consumer();
        String old = issuer.token("a", "user");
        issuer.rotate(false);
        String fresh = issuer.token("a", "user");
        Assertions.assertThrows(InvalidJwtException.class, () -> before.process(fresh));
        consumer().process(fresh);
        consumer().process(old);
        issuer.rotate(true);
        JwtConsumer revoked = consumer();
        Assertions.assertThrows(InvalidJwtException.class, () -> revoked.process(old));
    }

    @Test
    void keepsItsKeysBetweenRuns() throws Exception {
        String old = issuer.token("a", "user");
        String audience = TokenIssuer.AUDIENCE;
        try (TokenIssuer next = TokenIssuer.start(0, folder.resolve("keys.json"))) {
            JsonWebKeySet keys = new JsonWebKeySet(keySet(next));
            new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                    .setExpectedAudience(audience)
                    .build()
                    .process(old);
        }
    }

    private static String keySet(TokenIssuer of) throws IOException, JoseException {
        HttpsJwks keys = new HttpsJwks(of.keySet().toString());
        return new JsonWebKeySet(keys.getJsonWebKeys()).toJson();
    }

    private JwtConsumer consumer() throws IOException, JoseException {
        JsonWebKeySet keys = new JsonWebKeySet(keySet(issuer));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience(TokenIssuer.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .build();
    }

    /** Over a bare socket: the bar in the address is what curl sends and java.net refuses. */
    private String get(String target) throws IOException {
        try (Socket socket = new Socket("localhost", issuer.port())) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200");
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }
}
