/**
 * Threads of the server, for many short tasks.
 *
 * <p>In: tasks, and the executor of the container. Out: the tasks run, soon. What can fail here is
 * the server's willingness: it is stopping. Imports nothing of Fitmesh.
 */
package org.fitmesh.concurrent;
