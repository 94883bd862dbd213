package org.fitmesh.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteKeysTest {
    private static final String PAYLOAD =
            "{\"https://hasura.io/jwt/claims\":{\"x-hasura-allowed-roles\":[\"user\"],"
                    + "\"x-hasura-default-role\":\"user\"}}";
    private static final TestKeys FIRST = TestKeys.another("RS256");
    private static final TestKeys SECOND = TestKeys.another("ES256");

    private JwkSetServer issuer;
    private TokenVerifier verifier;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void start() throws IOException {
        issuer = new JwkSetServer().keys(FIRST.jwk("first"));
        verifier = verifier(Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void keysAreFetchedOnceAndKeptWithoutCachingHeaders() {
        verifier.fetchKeys();
        assertThat(issuer.requests()).isEqualTo(1);
        accepts(FIRST, "first");
        pass(Duration.ofDays(365));
        accepts(FIRST, "first");
        assertThat(issuer.requests()).isEqualTo(1);
    }

    @Test
    void aTokenWithoutKeyIdIsTriedWithEveryKeyAndFetchesNothing() {
        issuer.keys(SECOND.jwk("second"), FIRST.jwk("first"));
        accepts(FIRST, null);
        accepts(SECOND, null);
        refuses(TestKeys.another("RS256"), null, "JWSInvalidSignature");
        assertThat(issuer.requests()).isEqualTo(1);
    }

    @Test
    void keysWithoutKeyIdVerifyTokensWithOne() {
        issuer.keys(FIRST.jwk(null));
        accepts(FIRST, "whatever");
    }

    @Test
    void anUnknownKeyIdFetchesAtOnceAndThenAtMostEveryThirtySeconds() {
        accepts(FIRST, "first");
        issuer.keys(FIRST.jwk("first"), SECOND.jwk("second"));
        accepts(SECOND, "second");
        assertThat(issuer.requests()).isEqualTo(2);

        for (int i = 0; i < 100; i++) {
            refuses(SECOND, "invented-" + i, "JWSInvalidSignature");
        }
        assertThat(issuer.requests()).isEqualTo(2);
        pass(Duration.ofSeconds(29));
        refuses(SECOND, "invented", "JWSInvalidSignature");
        assertThat(issuer.requests()).isEqualTo(2);
        pass(Duration.ofSeconds(1));
        refuses(SECOND, "invented", "JWSInvalidSignature");
        assertThat(issuer.requests()).isEqualTo(3);
    }

    @Test
    void aStormOfUnknownKeyIdsIsOneRequest() throws Exception {
        accepts(FIRST, "first");
        CountDownLatch gate = new CountDownLatch(1);
        issuer.keys(SECOND.jwk("second")).waitingFor(gate);
        List<Future<VerifiedClaims>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            Callable<VerifiedClaims> request =
                    () -> verifier.verify(SECOND.sign(PAYLOAD, "second"));
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(request));
            }
            awaitRequests(2);
            gate.countDown();
            for (Future<VerifiedClaims> answer : answers) {
                assertThat(answer.get().defaultRole()).isEqualTo("user");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void aStormWithoutAnyKeysIsOneRequest() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        issuer.waitingFor(gate);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<VerifiedClaims>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> verifier.verify(FIRST.sign(PAYLOAD, "first"))));
            }
            awaitRequests(1);
            gate.countDown();
            for (Future<VerifiedClaims> answer : answers) {
                assertThat(answer.get().defaultRole()).isEqualTo("user");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(issuer.requests()).isEqualTo(1);
    }

    @Test
    void aRotatedOutKeyStopsWorkingForRememberedTokensToo() {
        issuer.headers(Map.of("Cache-Control", "max-age=600"));
        String token = FIRST.sign(PAYLOAD, "first");
        verifier.verify(token);
        issuer.keys(SECOND.jwk("second"));
        pass(Duration.ofSeconds(599));
        verifier.verify(token);
        pass(Duration.ofSeconds(1));
        assertThat(refusal(token)).isEqualTo("Could not verify JWT: JWSError JWSInvalidSignature");
        accepts(SECOND, "second");
    }

    @Test
    void equalKeysStayTheSameObject() {
        issuer.headers(Map.of("Cache-Control", "max-age=60"));
        RemoteKeys keys = new RemoteKeys(new JwkSetEndpoint(issuer.url()), () -> now);
        KeySet before = keys.current();
        pass(Duration.ofSeconds(61));
        assertThat(keys.current()).isSameAs(before);
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @Test
    void requestsGoOnWithTheOldKeysWhileOneFetches() throws Exception {
        issuer.headers(Map.of("Cache-Control", "max-age=60"));
        accepts(FIRST, "first");
        pass(Duration.ofSeconds(61));
        CountDownLatch gate = new CountDownLatch(1);
        issuer.waitingFor(gate);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<VerifiedClaims> fetching =
                    threads.submit(() -> verifier.verify(FIRST.sign(PAYLOAD, "first")));
            awaitRequests(2);
            accepts(FIRST, "first");
            assertThat(fetching.isDone()).isFalse();
            gate.countDown();
            assertThat(fetching.get().defaultRole()).isEqualTo("user");
        } finally {
            threads.shutdownNow();
        }
        assertThat(issuer.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | oh",
                "404 | {\"keys\":[]}",
                "302 | {\"keys\":[]}",
                "204 | ''",
                "200 | ''",
                "200 | <html>",
                "200 | []",
                "200 | null",
                "200 | {}",
                "200 | {\"keys\":5}",
                "200 | {\"keys\":[]}",
                "200 | {\"keys\":[5]}",
                "200 | {\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
                "200 | {\"keys\":[{\"kty\":\"RSA\",\"use\":\"enc\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}"
            })
    void theLastGoodKeysStayUnderBadAnswers(int status, String body) {
        issuer.headers(Map.of("Cache-Control", "max-age=60"));
        accepts(FIRST, "first");
        issuer.answers(status, body);
        pass(Duration.ofSeconds(60));
        accepts(FIRST, "first");
        assertThat(issuer.requests()).isEqualTo(2);
        pass(Duration.ofSeconds(29));
        accepts(FIRST, "first");
        assertThat(issuer.requests()).isEqualTo(2);
        issuer.keys(SECOND.jwk("second"));
        pass(Duration.ofSeconds(1));
        accepts(SECOND, "second");
        assertThat(issuer.requests()).isEqualTo(3);
    }

    @Test
    void theLastGoodKeysStayWhenTheIssuerIsAway() {
        issuer.headers(Map.of("Cache-Control", "max-age=60"));
        accepts(FIRST, "first");
        issuer.close();
        pass(Duration.ofSeconds(60));
        accepts(FIRST, "first");
        refuses(SECOND, "second", "JWSInvalidSignature");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsGivenUp() {
        issuer.waitingFor(new CountDownLatch(1));
        verifier = verifier(Duration.ofMillis(50));
        refuses(FIRST, "first", "NoUsableKeys");
    }

    @Test
    void anIssuerThatWasAwayAtFirstIsAskedAgainAfterASecond() {
        issuer.answers(503, "");
        refuses(FIRST, "first", "NoUsableKeys");
        assertThat(issuer.requests()).isEqualTo(1);
        issuer.keys(FIRST.jwk("first"));
        refuses(FIRST, "first", "NoUsableKeys");
        assertThat(issuer.requests()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        accepts(FIRST, "first");
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        issuer.answers(200, "{\"keys\":[" + FIRST.jwk("first") + "]}" + " ".repeat(600_000));
        refuses(FIRST, "first", "NoUsableKeys");
    }

    @Test
    void unreadableKeysBesideAGoodOneAreLeftOut() {
        issuer.keys("{\"kty\":\"X\"}", "{\"kty\":\"RSA\"}", FIRST.jwk("first"));
        accepts(FIRST, "first");
    }

    @Test
    void theUrlIsShownWithoutItsQuery() {
        assertThat(new JwkSetEndpoint(issuer.url()).toString())
                .endsWith("/jwks")
                .doesNotContain("topsecret");
    }

    private TokenVerifier verifier(Duration readTimeout) {
        JwtConfiguration configuration =
                JwtConfigurationReader.read("{\"jwk_url\":\"" + issuer.url() + "\"}").get(0);
        JwkSetEndpoint endpoint =
                new JwkSetEndpoint(issuer.url(), Duration.ofSeconds(2), readTimeout);
        return new TokenVerifier(configuration, new RemoteKeys(endpoint, () -> now), () -> now);
    }

    private void awaitRequests(int number) throws InterruptedException {
        while (issuer.requests() < number) {
            Thread.sleep(1);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void accepts(TestKeys key, String keyId) {
        assertThat(verifier.verify(key.sign(PAYLOAD, keyId)).defaultRole()).isEqualTo("user");
    }

    private void refuses(TestKeys key, String keyId, String reason) {
        assertThat(refusal(key.sign(PAYLOAD, keyId)))
                .isEqualTo("Could not verify JWT: JWSError " + reason);
    }

    private String refusal(String token) {
        RequestException failure =
                catchThrowableOfType(RequestException.class, () -> verifier.verify(token));
        assertThat(failure).as("a token that must not count").isNotNull();
        return failure.getMessage();
    }
}
