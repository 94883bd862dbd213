/**
 * What is in force now, and how it came to be: the database's form, and the snapshot of tables,
 * metadata and remote schemas.
 *
 * <p>In: the data source, the readings of {@code catalog} and {@code metadata}. Out: a migrated
 * database and an immutable snapshot. What can fail here is the database. Imports nothing of {@code
 * api}.
 */
package org.fitmesh.state;
