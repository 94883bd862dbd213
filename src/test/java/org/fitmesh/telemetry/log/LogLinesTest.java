package org.fitmesh.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fitmesh.concurrent.ApplicationTimer;
import org.junit.jupiter.api.Test;

/** Lines of many threads on one stream. */
class LogLinesTest {
    @Test
    void linesOfManyThreadsAllArriveWhole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogLines lines = new LogLines(out, timer());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int thread = t;
            threads.add(
                    new Thread(
                            () -> {
                                for (int i = 0; i < 1_000; i++) {
                                    lines.add(text("line " + thread + "/" + i));
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        lines.end();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(8_000)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("line \\d/\\d+"));
    }

    @Test
    void whileNobodyReadsLinesAreLostAndCounted() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch reads = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogLines lines =
                new LogLines(
                        new OutputStream() {
                            @Override
                            public void write(int b) {
                                throw new IllegalStateException("bytes by themselves");
                            }

                            @Override
                            public void write(byte[] bytes) throws IOException {
                                stalled.countDown();
                                try {
                                    reads.await();
                                } catch (InterruptedException e) {
                                    throw new IOException(e);
                                }
                                out.writeBytes(bytes);
                            }
                        },
                        timer());
        lines.add(text("first"));
        stalled.await();
        for (int i = 0; i < 10_050; i++) {
            lines.add(text("line"));
        }
        reads.countDown();
        eventually(() -> assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10_002));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("\"lost_lines\":50"));
    }

    @Test
    void aLineIsWrittenWithoutAnotherOneComing() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        written.countDown();
                    }
                };
        new LogLines(out, timer()).add(text("only"));
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLineAfterTheEndIsWrittenAtOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogLines lines = new LogLines(out, timer());
        lines.end();
        lines.add(text("late"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("late\n");
    }

    private static ApplicationTimer timer() {
        return ApplicationTimer.ofOneThread(Thread::new, "log");
    }

    private static byte[] text(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
