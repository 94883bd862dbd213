package org.fitmesh.graphql.introspection;

/**
 * How much the introspection fields of one request may still answer, all together. One per request,
 * used by one thread at a time.
 */
public final class AnswerBudget {
    /** A full answer for a schema of thousands of types stays below. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private int bytesLeft = MAX_BYTES;

    int bytesLeft() {
        return bytesLeft;
    }

    void spend(int bytes) {
        bytesLeft -= bytes;
    }
}
