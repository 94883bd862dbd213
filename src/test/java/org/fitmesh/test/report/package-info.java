/**
 * What the tests over HTTP came to on each server.
 *
 * <p>In: the folders in which failsafe has left a report for each test class. Out: a table, and
 * whether the servers ran the same cases and all of them passed. Fails for a folder without
 * reports. Imports nothing but the JDK: the build starts it without a class path of libraries.
 */
package org.fitmesh.test.report;
