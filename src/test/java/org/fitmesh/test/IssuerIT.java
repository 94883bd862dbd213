package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.util.Map;
import org.fitmesh.dev.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The issuer of the tokens is down, or signs with another key. */
class IssuerIT {

    private static final String DATA = "{\"data\":{\"__typename\":\"query_root\"}}";

    private final Fitmesh fitmesh = Fitmesh.running();

    @AfterEach
    void issuerWorks() {
        fitmesh.issuer().clearFaults();
    }

    @Test
    void knownKeysServeWhileTheIssuerIsDown() {
        String token = fitmesh.issuer().token("auth0|alice", "user");
        assertThat(ask(token)).isEqualTo(DATA);

        fitmesh.issuer().fault(Fault.always(Fault.Kind.SERVER_ERROR));

        assertThat(ask(token)).isEqualTo(DATA);
        assertThat(ask(fitmesh.issuer().token("auth0|bob", "user"))).isEqualTo(DATA);
    }

    /** A key set is asked for again at most once in 30 s: hence the patience. */
    @Test
    void aNewKeyIsFoundAndARevokedOneIsRefused() {
        String old = fitmesh.issuer().token("auth0|alice", "user");
        assertThat(ask(old)).isEqualTo(DATA);

        fitmesh.issuer().rotate(true);
        String renewed = fitmesh.issuer().token("auth0|alice", "user");

        eventually(() -> assertThat(ask(renewed)).isEqualTo(DATA));
        eventually(() -> assertThat(ask(old)).contains("\"code\":\"invalid-jwt\""));
        assertThat(ask(renewed)).isEqualTo(DATA);
    }

    private String ask(String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return fitmesh.api().graphql("{ __typename }", null, headers).body();
    }
}
