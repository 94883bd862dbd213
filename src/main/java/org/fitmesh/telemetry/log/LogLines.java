package org.fitmesh.telemetry.log;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fitmesh.concurrent.ApplicationTimer;

/**
 * Lines on their way to a stream. They gather for some milliseconds, so that under load one call to
 * the system takes many, and no request waits for the stream. A process that is killed loses the
 * last of them.
 */
final class LogLines {
    private static final Duration GATHERING = Duration.ofMillis(10);

    /** When a reader of the output stalls, lines are lost rather than memory. */
    private static final int MOST_WAITING = 10_000;

    private final OutputStream out;
    private final ApplicationTimer timer;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();

    LogLines(OutputStream out, ApplicationTimer timer) {
        this.out = out;
        this.timer = timer;
    }

    /** The process's own, past the streams that servers put in its place. */
    static LogLines toStandardOutput(ApplicationTimer timer) {
        return new LogLines(new FileOutputStream(FileDescriptor.out), timer);
    }

    /** Adds a line, without its end. */
    void add(byte[] line) {
        if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            lost.incrementAndGet();
            return;
        }
        waiting.add(line);
        if (!due.get() && due.compareAndSet(false, true)) {
            writeSoon();
        }
    }

    private void writeSoon() {
        try {
            timer.after(GATHERING, this::write);
        } catch (RejectedExecutionException stopping) {
            write();
        }
    }

    /** Writes what has gathered; what comes meanwhile, or a moment later, too. */
    private synchronized void write() {
        due.set(false);
        while (!waiting.isEmpty()) {
            write(gathered());
        }
    }

    /** Writes what is left; lines that come later are written at once. */
    void end() {
        timer.end();
        write();
    }

    private byte[] gathered() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1_024);
        for (byte[] line = waiting.poll(); line != null; line = waiting.poll()) {
            count.decrementAndGet();
            lines.writeBytes(line);
            lines.write('\n');
            if (lines.size() > 65_536) {
                break;
            }
        }
        int missing = lost.getAndSet(0);
        if (missing > 0) {
            lines.writeBytes(notice(missing));
        }
        return lines.toByteArray();
    }

    private static byte[] notice(int missing) {
        String line =
                "{\"type\":\"http-log\",\"level\":\"warn\",\"detail\":{\"lost_lines\":"
                        + missing
                        + "}}\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** A request must not fail because nobody reads the log. */
    private void write(byte[] lines) {
        try {
            out.write(lines);
        } catch (IOException e) {
            lost.incrementAndGet();
        }
    }
}
