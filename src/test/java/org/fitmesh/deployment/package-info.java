/**
 * The files that deploy Fitmesh where no test can: each name in them is looked up where it is
 * defined.
 */
package org.fitmesh.deployment;
