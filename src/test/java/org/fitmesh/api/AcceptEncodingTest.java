package org.fitmesh.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "br, GZIP",
                "deflate;q=0, gzip;q=0.5",
                "gzip ; q=1.0",
                "gzip;q=0.001"
            })
    void allowed(String header) {
        assertThat(AcceptEncoding.allowsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "identity", "br", "gzip;q=0", "br, gzip ; Q=0.000", "x-gzip-like", ";,"})
    void notAllowed(String header) {
        assertThat(AcceptEncoding.allowsGzip(header)).isFalse();
    }
}
