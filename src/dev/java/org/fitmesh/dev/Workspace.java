package org.fitmesh.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.dev.database.EmbeddedDatabase;

/**
 * The folder of one running launcher: data, keys and logs. The first one has {@code target/dev}; one
 * that runs beside it has a folder for its port in there.
 */
final class Workspace implements AutoCloseable {

    private final Path directory;
    private final FileLock lock;

    private Workspace(Path directory, FileLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Claims a folder for this process; the operating system frees it when the process ends.
     *
     * @throws StartFailure when one with the same port starts already
     */
    static Workspace claim(Path home, int port) throws IOException, StartFailure {
        Optional<Workspace> first = claim(home);
        if (first.isPresent()) return first.get();
        return claim(home.resolve("port-" + port))
                .orElseThrow(() -> new StartFailure("already running with port " + port + "."));
    }

    private static Optional<Workspace> claim(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("running.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock != null) return Optional.of(new Workspace(directory, lock));
        channel.close();
        return Optional.empty();
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    Path issuerKeys() {
        return directory.resolve("issuer-keys.json");
    }

    Path serverLog() {
        return directory.resolve("server.log");
    }

    /** The server's temporary folder, emptied: a server that was killed leaves its files. */
    Path emptyTemporary() throws IOException {
        Path temporary = directory.resolve("tmp");
        delete(temporary);
        return Files.createDirectories(temporary);
    }

    /** Deletes the database of the last run, and ends a server that was left on it. */
    void deleteData() throws IOException {
        EmbeddedDatabase.endLeftover(postgres());
        delete(postgres());
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
