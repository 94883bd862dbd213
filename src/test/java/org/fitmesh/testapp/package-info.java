/**
 * What a team would add to the WAR: Java code that observes entities. Packed into a jar of the WAR
 * under test by {@link org.fitmesh.test.ApplicationJar}; it is no test itself.
 *
 * <p>In: CDI events. Out: a journal of what was seen, over HTTP. It fails where a row tells it to.
 */
package org.fitmesh.testapp;
