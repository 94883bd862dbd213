package org.fitmesh.config;

import java.util.Locale;

/** Hasura's levels, the least first. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** As a setting and a line of the log say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
