/**
 * Threads of the application: for tasks that last, for many short ones, and for later.
 *
 * <p>In: tasks, and the container's thread factory. Out: the tasks run, soon. What can fail here is
 * the server's willingness: it is stopping. Imports nothing of Fitmesh.
 */
package org.fitmesh.concurrent;
