package org.fitmesh.config;

import java.util.Locale;

/** Where the logs of requests go. */
public enum LogOutput {
    /** The process's standard output, past whatever the server does with it. */
    STDOUT,
    /** The server's own log. */
    SERVER;

    /** As a setting says it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
