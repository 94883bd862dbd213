package org.fitmesh.dev.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Java agent of the server: when standard input ends, the launcher is gone (a SIGKILL lets it say
 * nothing), so PostgreSQL is asked to stop and the server ends at once.
 */
public final class ParentWatch {

    private ParentWatch() {}

    /**
     * Starts to watch.
     *
     * @param postmaster path of PostgreSQL's {@code postmaster.pid}; empty or null: none to stop
     */
    public static void premain(String postmaster) {
        Thread watch = new Thread(() -> watch(postmaster), "launcher watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(String postmaster) {
        awaitEnd();
        if (postmaster != null && !postmaster.isEmpty()) stop(Path.of(postmaster));
        Runtime.getRuntime().halt(1);
    }

    private static void awaitEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken input is an ended one.
            return;
        }
    }

    private static void stop(Path postmaster) {
        try {
            long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (IOException | RuntimeException e) {
            // No file, no server: there is nothing to stop.
            return;
        }
    }
}
