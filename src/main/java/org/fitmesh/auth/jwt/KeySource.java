package org.fitmesh.auth.jwt;

/** Where the keys come from. */
public interface KeySource {
    /** The keys that count now; the same object as before unless keys have changed. */
    KeySet current();

    /** The keys after looking again, because a token names one that {@link #current} has not. */
    KeySet afterUnknownKeyId();
}
