/**
 * Fitmesh and all it needs on one machine: what {@code mvn -Pdev} and {@code target/dev/run} start.
 *
 * <p>In: settings from environment variables ({@link org.fitmesh.dev.Settings}) and the folder
 * {@code target/dev}. Out: PostgreSQL, stand-ins and the server, until the process is told to end.
 * Fails with {@link org.fitmesh.dev.StartFailure}, whose message is one line for the screen. Must
 * not import anything of the WAR: it talks HTTP to it.
 */
package org.fitmesh.dev;
