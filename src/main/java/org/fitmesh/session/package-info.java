/**
 * What Java code of an application may ask about the request that it runs for.
 *
 * <p>In: nothing. Out: {@link org.fitmesh.session.Session}, which the engine makes a bean of. What
 * can fail here is asking where there is no request. Imports nothing of Fitmesh: applications
 * import it.
 */
package org.fitmesh.session;
