/**
 * A real PostgreSQL from Maven Central, as a child process.
 *
 * <p>In: a data directory and a port. Out: a URL. Fails with {@link java.io.IOException} when the
 * server does not come up; its log is beside the data directory.
 */
package org.fitmesh.dev.database;
