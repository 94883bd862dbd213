package org.fitmesh.dev.http;

/** What answers the requests of a {@link LoopbackServer}; called by many threads at once. */
@FunctionalInterface
public interface Endpoint {

    /** Answers one request; a thrown exception becomes a 500 with its message. */
    Answer answer(Request request);
}
