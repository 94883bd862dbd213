package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A README that is wrong fails when it is followed. */
class ReadmeStepsTest {
    private static final String README =
            """
            # A server

            ```sh
            export WHO=you WHERE=there
            echo started > state
            ```

            ```sh
            echo '{"who": "'$WHO'"}'
            ```

            ```json
            {"who":"you"}
            ```

            ```sh
            echo stopped > state
            ```

            ## Another

            ```sh
            export OTHER=1
            ```

            ```sh
            true
            ```
            """;

    @TempDir Path folder;

    @Test
    void theStepsRunInOneShellAndTheAnswersAreCompared() throws Exception {
        assertThatCode(() -> follow(README, Map.of())).doesNotThrowAnyException();
        assertThat(folder.resolve("state")).hasContent("stopped");
    }

    @Test
    void anAnswerThatDiffersFails() {
        assertThatThrownBy(() -> follow(README, Map.of("WHO", "me")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"me\"");
    }

    @Test
    void aCommandThatFailsFailsAndTheLastStepRunsAllTheSame() {
        String broken = README.replace("echo '{", "no-such-command '{");
        assertThatThrownBy(() -> follow(broken, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-command");
        assertThat(folder.resolve("state")).hasContent("stopped");
    }

    @Test
    void whatDoesNotEndIsEnded() {
        String endless = README.replace("echo '{", "sleep 600; echo '{");
        assertThatThrownBy(() -> follow(endless, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PT3S");
    }

    @Test
    void aServerThatOutlivesTheLastStepFails() {
        String left = README.replace("echo started", "bash -c 'sleep 600; :' $PWD/server & echo");
        assertThatThrownBy(() -> follow(left, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("left after the last step");
    }

    @Test
    void aValueForWhatIsNotExportedFails() {
        assertThatThrownBy(() -> follow(README, Map.of("WHOM", "me")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[WHOM]");
    }

    @Test
    void aSectionEndsWithTheNextHeading() throws Exception {
        Path readme = Files.writeString(folder.resolve("README.md"), README);
        assertThat(ReadmeSteps.read(readme, "## Another").steps()).hasSize(2);
        assertThatThrownBy(() -> ReadmeSteps.read(readme, "## None"))
                .isInstanceOf(IOException.class);
    }

    private void follow(String text, Map<String, String> values) throws Exception {
        Path readme = Files.writeString(folder.resolve("README.md"), text);
        String first = text.substring(0, text.indexOf("## Another"));
        Files.writeString(readme, first);
        new FollowedReadme(folder, Duration.ofSeconds(3))
                .follow(ReadmeSteps.read(readme, "").with(values));
    }
}
