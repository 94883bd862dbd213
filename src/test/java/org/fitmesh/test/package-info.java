/**
 * Tests over HTTP against the WAR on Payara Micro or Open Liberty.
 *
 * <p>In: {@code target/dev} and {@code target/fitmesh.war}, so they run after {@code package}
 * (failsafe). Out: {@link org.fitmesh.test.Fitmesh}, one running server per test JVM, and the cases
 * under {@code src/test/resources/cases}.
 */
package org.fitmesh.test;
