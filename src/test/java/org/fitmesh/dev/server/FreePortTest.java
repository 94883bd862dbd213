package org.fitmesh.dev.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    /** Linux gives outgoing connections ports from 32768 on; one of them took a server's. */
    @Test
    void noOutgoingConnectionTakesItBeforeTheServerIsThere() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(FreePort.any()).isBetween(10_000, 32_000);
        }
    }

    @Test
    void aPortThatSomebodyListensOnIsNotFree() throws IOException {
        int port = FreePort.any();
        assertThat(FreePort.isFree(port)).isTrue();
        try (ServerSocket taken = new ServerSocket(port)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(FreePort.isFree(port)).isFalse();
        }
    }
}
