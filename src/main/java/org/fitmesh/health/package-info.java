/**
 * What the server tells of this node under {@code /health}: MicroProfile Health.
 *
 * <p>In: the snapshot in force, when the database last answered, and whether the node stops. Out:
 * checks, which ask nobody: a probe must not wait for what it probes. Nothing can fail here. A
 * remote that is down does not make a node unready: its fields fail, or are missing, on every node
 * alike. Imports {@code config}, {@code lifecycle} and {@code state}.
 */
package org.fitmesh.health;
