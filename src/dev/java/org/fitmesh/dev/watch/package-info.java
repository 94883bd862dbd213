/**
 * Ends a server whose launcher has died: a Java agent, alone in its own jar.
 *
 * <p>In: the server's standard input, held open by the launcher. Out: the end of the process. Runs
 * inside the server's JVM, so it imports nothing but the JDK.
 */
package org.fitmesh.dev.watch;
