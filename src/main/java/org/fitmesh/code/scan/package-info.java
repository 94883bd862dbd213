/**
 * Finds the endpoints of the application and what SmallRye needs to know of their classes.
 *
 * <p>In: the class path and the classes of beans. Out: a Jandex index. What can fail here is a
 * class file that cannot be read. Nothing is loaded that was not before. Imports {@code catalog}
 * only.
 */
package org.fitmesh.code.scan;
