/**
 * How a node stops: not ready any more first, then nothing new, then what is under way ends, then
 * what has not ended is left to other nodes.
 *
 * <p>In: the signal TERM, a caller of {@link org.fitmesh.lifecycle.Lifecycle#drain()}, or the
 * container that stops the application. Out: {@link org.fitmesh.lifecycle.Stopping}, to whoever has
 * work under way, and {@link org.fitmesh.lifecycle.Stopped}, to whoever uses the database by
 * itself. What can fail here is the patience: what has not ended by then is counted, and given up.
 * Imports {@code config}.
 */
package org.fitmesh.lifecycle;
