package org.fitmesh.lifecycle;

/** Work of one kind that a node which stops waits for. */
public interface Unfinished {
    /** Its name in the log, in the plural. */
    String name();

    /** How much is under way; nothing new is begun any more. */
    int count();

    /** The wait is over: leaves the rest to other nodes, as far as they can take it. */
    void leave();
}
