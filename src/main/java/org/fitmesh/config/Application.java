package org.fitmesh.config;

import java.util.Locale;

/** What runs on the engine. */
public enum Application {
    /** Hasura Fit, the workout tracker: its tables, its metadata, its endpoints. */
    FIT,
    /** Nothing: the bare engine, with nothing tracked. */
    NONE;

    /** As a setting says it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
