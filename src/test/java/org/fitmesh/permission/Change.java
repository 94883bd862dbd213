package org.fitmesh.permission;

/** A mutation of one root field, and what it must do. */
sealed interface Change permits Write, Addition {
    /** What it does, for the count. */
    String kind();

    String text();

    Variables variables();

    /** Is that what it must lead to? */
    boolean matches(Reading before, Outcome outcome);
}
