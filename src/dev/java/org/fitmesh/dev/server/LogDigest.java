package org.fitmesh.dev.server;

import java.util.List;

/** The few lines of a server log that say what went wrong. */
final class LogDigest {

    private static final int LINES = 25;

    private LogDigest() {}

    /** The last lines without stack frames and without empty ones. */
    static List<String> of(List<String> log) {
        List<String> telling =
                log.stream()
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*"))
                        .toList();
        return telling.subList(Math.max(0, telling.size() - LINES), telling.size());
    }
}
