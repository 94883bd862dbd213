/**
 * What a team would add to the WAR: Java code that asks who calls. Packed into a jar of the WAR
 * under test by {@link org.fitmesh.test.ApplicationJar}; it is no test itself.
 *
 * <p>In: requests with and without a login. Out: what the container and the beans say of the
 * caller. It fails where a role is missing.
 */
package org.fitmesh.testapp.caller;
