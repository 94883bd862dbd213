package org.fitmesh.cache;

/** A cache of this node: how full it is, how much it saves, and how it is emptied. */
public interface KeptCache {
    /** A short name in lower case, which only one cache has. */
    String name();

    /** What it keeps, and what emptying it leads to; one or two sentences. */
    String holds();

    /** What {@link #used} and {@link #limit} count: {@code characters} or {@code entries}. */
    String unit();

    /** How many entries there are. */
    long entries();

    /** How much of the limit they take. */
    long used();

    /** The most it holds; 0 while there is no such cache. */
    long limit();

    /** How often something was found, since the application started. */
    long hits();

    /** How often something was not found, since the application started. */
    long misses();

    /** Empties it. */
    void clear();
}
