/** Entities with keys of all kinds. */
package org.fitmesh.catalog.keys;
