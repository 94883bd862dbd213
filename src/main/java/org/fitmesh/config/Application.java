package org.fitmesh.config;

/** What runs on the engine. */
public enum Application {
    /** Hasura Fit, the workout tracker: its tables, its metadata, its endpoints. */
    FIT,
    /** Nothing: the bare engine, with nothing tracked. */
    NONE
}
