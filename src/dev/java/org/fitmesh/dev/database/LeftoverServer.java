package org.fitmesh.dev.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose launcher was killed. The caller owns the data directory. */
final class LeftoverServer {

    private static final long PATIENCE_SECONDS = 3;

    private LeftoverServer() {}

    /** Ends it, and removes a postmaster.pid whose process id belongs to another program now. */
    static void end(Path data) throws IOException {
        Path file = EmbeddedDatabase.postmaster(data);
        if (!Files.exists(file)) return;
        Optional<ProcessHandle> process = process(file);
        if (process.filter(LeftoverServer::isPostgres).isPresent()) end(process.get());
        Files.deleteIfExists(file);
    }

    private static Optional<ProcessHandle> process(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]+")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres");
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        if (ended(process)) return;
        // SIGTERM waits for clients to leave; killed, PostgreSQL recovers from its log at start.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!ended(process)) throw new IOException("cannot end PostgreSQL " + process.pid());
    }

    private static boolean ended(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
