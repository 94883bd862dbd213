package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the commands of a README with bash, and compares the answers that it promises.
 *
 * @param folder an existing one; the commands run there, and what they start has it in its command
 *     line or is a child of theirs
 * @param patience after which all of it is ended
 */
record FollowedReadme(Path folder, Duration patience) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long STOP_SECONDS = 20;
    private static final long POLL_MILLIS = 200;

    /** Follows it; an {@link AssertionError} tells the step that failed. */
    void follow(ReadmeSteps readme) throws IOException, InterruptedException {
        Path outputs = Files.createDirectories(folder.resolve("steps"));
        Path script = Files.writeString(outputs.resolve("script"), readme.script(outputs));
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
        bash.directory(folder.toFile()).redirectErrorStream(true);
        bash.redirectOutput(outputs.resolve("script.log").toFile());
        bash.environment().keySet().removeIf(FollowedReadme::isSetting);
        // The servers ask for a terminal's size otherwise.
        bash.environment().put("TERM", "dumb");
        Process process = bash.start();
        Set<ProcessHandle> started = new HashSet<>();
        boolean ended = ends(process, started);
        List<ProcessHandle> left = ended ? leftAfter(started) : alive(started);
        left.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        String told = told(outputs, readme.steps().size());
        assertThat(ended).as("through within %s:\n%s", patience, told).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(left).as("left after the last step:\n%s", told).isEmpty();
        answersAreAsPromised(readme, outputs);
    }

    private static void answersAreAsPromised(ReadmeSteps readme, Path outputs) throws IOException {
        for (int i = 0; i < readme.steps().size(); i++) {
            ReadmeSteps.Step step = readme.steps().get(i);
            if (step.answer() == null) continue;
            List<String> lines = Files.readAllLines(ReadmeSteps.output(outputs, i));
            assertThat(lines).as(step.commands()).isNotEmpty();
            assertThat(JSON.readTree(lines.get(lines.size() - 1)))
                    .as(step.commands())
                    .isEqualTo(JSON.readTree(step.answer()));
        }
    }

    private boolean ends(Process process, Set<ProcessHandle> started) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            process.descendants().forEach(started::add);
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) return true;
        }
        return false;
    }

    /** What is told to stop takes its time. */
    private List<ProcessHandle> leftAfter(Set<ProcessHandle> started) throws InterruptedException {
        long seconds = Math.min(STOP_SECONDS, patience.toSeconds());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !alive(started).isEmpty()) Thread.sleep(POLL_MILLIS);
        return alive(started);
    }

    /** What the commands started, also by way of others: a domain is restarted by itself. */
    private List<ProcessHandle> alive(Set<ProcessHandle> started) {
        Stream<ProcessHandle> here =
                ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").contains(servers()));
        return Stream.concat(started.stream(), here)
                .filter(ProcessHandle::isAlive)
                .distinct()
                .toList();
    }

    /** Not what the test itself has started beside them. */
    private String servers() {
        return folder + File.separator;
    }

    /** What is exported is the README's. */
    private static boolean isSetting(String name) {
        return List.of("PG", "HASURA_", "FITMESH_", "HYGRAPH_").stream().anyMatch(name::startsWith)
                || name.equals("PORT")
                || name.equals("DATABASE_URL");
    }

    private static String told(Path outputs, int steps) throws IOException {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            Path output = ReadmeSteps.output(outputs, i);
            if (!Files.exists(output)) continue;
            told.append("step ").append(i + 1).append(":\n").append(Files.readString(output));
        }
        return told.append(Files.readString(outputs.resolve("script.log"))).toString();
    }
}
