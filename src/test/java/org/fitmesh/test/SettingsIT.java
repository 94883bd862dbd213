package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.util.Map;
import org.fitmesh.dev.server.ApplicationServer;
import org.junit.jupiter.api.Test;

/** Settings that are wrong, on the real server. */
class SettingsIT {
    private final Fitmesh fitmesh = Fitmesh.running();

    @Test
    void aWrongValueStopsTheStartWithOneLineThatNamesItAndWhatIsAllowed() throws Exception {
        Map<String, String> wrong = Map.of("FITMESH_MAX_BATCH_SIZE", "many");
        try (ApplicationServer node = fitmesh.startNode("wrong-setting", wrong)) {
            eventually(
                    () ->
                            assertThat(node.log())
                                    .filteredOn(line -> line.contains("Fitmesh does not start"))
                                    .singleElement()
                                    .asString()
                                    .contains(
                                            "FITMESH_MAX_BATCH_SIZE: 'many' is not allowed; allowed"
                                                    + " is a whole number from 1 to 2147483647"));
        }
    }

    @Test
    void aWrongSecretIsNotShown() throws Exception {
        Map<String, String> wrong = Map.of("FITMESH_WEBHOOK_SECRET", "whsec_topsecret!");
        try (ApplicationServer node = fitmesh.startNode("wrong-secret", wrong)) {
            eventually(
                    () ->
                            assertThat(node.log())
                                    .filteredOn(line -> line.contains("Fitmesh does not start"))
                                    .singleElement()
                                    .asString()
                                    .contains("FITMESH_WEBHOOK_SECRET: "));
            assertThat(String.join("\n", node.log())).doesNotContain("topsecret");
        }
    }
}
