package org.fitmesh.dev.server;

import java.util.List;

/** The few lines of a server log that say what went wrong. */
final class LogDigest {

    private static final int LINES = 15;

    private LogDigest() {}

    /** The last lines that name an exception or, when none does, the last lines; no colours. */
    static List<String> of(List<String> log) {
        List<String> plain =
                log.stream()
                        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*"))
                        .toList();
        List<String> causes = plain.stream().filter(line -> line.contains("Exception")).toList();
        List<String> telling = causes.isEmpty() ? plain : causes;
        return telling.subList(Math.max(0, telling.size() - LINES), telling.size());
    }
}
