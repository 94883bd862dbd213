package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.io.IOException;
import java.util.Map;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.Test;

/** Settings that are wrong, on the real server. */
class SettingsIT {
    private final Fitmesh fitmesh = Fitmesh.running();

    @Test
    void aWrongValueStopsTheStartWithOneLineThatNamesItAndWhatIsAllowed() throws Exception {
        try (ApplicationServer node = startWith("FITMESH_MAX_BATCH_SIZE", "many")) {
            tellsOnce(
                    node,
                    "FITMESH_MAX_BATCH_SIZE: 'many' is not allowed; allowed is a whole number from 1"
                            + " to 2147483647");
        }
    }

    @Test
    void aWrongSecretIsNotShown() throws Exception {
        try (ApplicationServer node = startWith("FITMESH_WEBHOOK_SECRET", "whsec_topsecret!")) {
            tellsOnce(node, "FITMESH_WEBHOOK_SECRET: ");
            assertThat(String.join("\n", node.log())).doesNotContain("topsecret");
        }
    }

    private ApplicationServer startWith(String setting, String value) throws IOException {
        return fitmesh.startNode("wrong-" + setting, Map.of(setting, value));
    }

    private static void tellsOnce(ApplicationServer node, String problem) {
        eventually(
                () ->
                        assertThat(node.log())
                                .filteredOn(line -> line.contains("Fitmesh does not start"))
                                .singleElement()
                                .asString()
                                .contains(problem));
    }
}
