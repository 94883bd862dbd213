package org.fitmesh.dev.server;

import java.util.List;

/**
 * Payara starts its services at once on several threads, and once in some hundred starts on a busy
 * machine one of them meets another's unfinished work: the server ends before it has looked at the
 * WAR (https://github.com/payara/Payara/issues/6101). The next start works.
 */
final class BootRace {
    private static final String NEVER_STARTED = "GlassFishException: Server failed to start";
    private static final String RACE = "java.util.ConcurrentModificationException";

    private BootRace() {}

    /** Whether the log of a server that has ended says that this was why. */
    static boolean endedTheServer(List<String> log) {
        return says(log, NEVER_STARTED) && says(log, RACE);
    }

    private static boolean says(List<String> log, String text) {
        return log.stream().anyMatch(line -> line.contains(text));
    }
}
