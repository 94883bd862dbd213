package org.fitmesh.dev.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fitmesh.dev.StartFailure;

/** A running server with the WAR. */
public final class ApplicationServer implements AutoCloseable {

    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 20;

    /** In bytes, for the report of a failure. */
    private static final int MOST_OF_LOG = 1_000_000;

    private static final int POLL_MILLIS = 150;
    private static final int HTTP_TIMEOUT_MILLIS = 10_000;

    private final ServerOptions options;
    private volatile Process process;
    private boolean startedAgain;

    private ApplicationServer(ServerOptions options, Process process) {
        this.options = options;
        this.process = process;
    }

    /** Starts the process; {@link #awaitHealthy()} waits for the application. */
    public static ApplicationServer start(ServerOptions options) throws IOException {
        return new ApplicationServer(options, process(options));
    }

    private static Process process(ServerOptions options) throws IOException {
        ProcessBuilder builder =
                switch (options.kind()) {
                    case PAYARA_MICRO -> PayaraMicro.process(options);
                    case PAYARA_SERVER -> PayaraServer.process(options);
                    case OPEN_LIBERTY -> OpenLiberty.process(options);
                };
        // Many threads make many arenas of the C library, which keep what they once held.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(options.environment());
        builder.redirectInput(Redirect.PIPE).redirectErrorStream(true);
        Path log = options.log();
        builder.redirectOutput(log == null ? Redirect.INHERIT : Redirect.to(log.toFile()));
        return builder.start();
    }

    /** Asks the process to end, waits for that, and starts another with the same options. */
    public ApplicationServer restart() throws IOException {
        close();
        return start(options);
    }

    /** Where the application is, without a slash at the end. */
    public String url() {
        return "http://localhost:" + options.port();
    }

    /** The process, for measurements. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /**
     * Waits until {@code GET /healthz} answers 200. A server that has lost a race with itself at
     * boot is started once more.
     *
     * @throws StartFailure when the process ends, the deployment fails or time runs out
     */
    public void awaitHealthy() throws StartFailure, InterruptedException {
        await("/healthz");
    }

    /** The same with {@code GET /health/live}, which answers 200 without a database too. */
    public void awaitLive() throws StartFailure, InterruptedException {
        await("/health/live");
    }

    private void await(String path) throws StartFailure, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            // Read first: a server that is ready and then has no application failed to deploy it.
            boolean ready = logSays(options.kind().readyText());
            int status = status(path);
            if (status == 200) return;
            if (!process.isAlive()) startAgainAfterBootRace();
            if (ready && status == 404) throw failure("The application was not deployed.");
            Thread.sleep(POLL_MILLIS);
        }
        throw failure("No answer 200 from " + url() + path + " for " + START_SECONDS + " s.");
    }

    private void startAgainAfterBootRace() throws StartFailure {
        if (startedAgain || !BootRace.endedTheServer(log())) {
            throw failure("The server has ended.");
        }
        startedAgain = true;
        try {
            process = process(options);
        } catch (IOException e) {
            throw new StartFailure("The server does not start again.", e);
        }
    }

    /** Waits for the end of the process; returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Why the process has ended by itself. */
    public StartFailure ended() {
        return failure("The server has ended with exit code " + process.exitValue() + ".");
    }

    /** Asks the process to end and, after some seconds, ends it. */
    @Override
    public void close() {
        // Process.destroy() would also close the input, which tells the server that we have died.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int status(String path) {
        try {
            URI address = URI.create(url() + path);
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
            connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            // Not listening yet.
            return 0;
        }
    }

    private boolean logSays(String text) {
        return log().stream().anyMatch(line -> line.contains(text));
    }

    private StartFailure failure(String what) {
        if (options.log() == null) return new StartFailure(what);
        List<String> errors = LogDigest.of(endOfLog());
        String log = "The whole log: " + options.log();
        return new StartFailure(what + "\n" + String.join("\n", errors) + "\n" + log);
    }

    /** Under load a log grows beyond what the launcher's heap holds. */
    private List<String> endOfLog() {
        try (FileChannel file = FileChannel.open(options.log())) {
            file.position(Math.max(0, file.size() - MOST_OF_LOG));
            byte[] end = Channels.newInputStream(file).readNBytes(MOST_OF_LOG);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            // No file yet.
            return List.of();
        }
    }

    /** The lines of its log so far; none when it goes to the screen. */
    public List<String> log() {
        if (options.log() == null) return List.of();
        try {
            return new String(Files.readAllBytes(options.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            // No file yet.
            return List.of();
        }
    }
}
