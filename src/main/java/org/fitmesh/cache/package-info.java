/**
 * The caches of the WAR as an administrator sees them, wherever they are.
 *
 * <p>In: caches of Caffeine, each with the name, limit and counts of its owner. Out: {@link
 * org.fitmesh.cache.KeptCache}, which owners produce as CDI beans, so that whoever shows all of
 * them need not know the owners. Nothing can fail here. Imports nothing of Fitmesh.
 */
package org.fitmesh.cache;
