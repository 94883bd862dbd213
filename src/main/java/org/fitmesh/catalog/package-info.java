/**
 * What PostgreSQL and JPA say about the tables, and PostgreSQL about its functions.
 *
 * <p>In: a connection, the entities of the persistence unit. Out: an immutable {@link
 * org.fitmesh.catalog.Catalog}, the tables that the entities track, and the entities' keys. What
 * can fail here is the database. Imports nothing of Fitmesh, but for the reader of the entities,
 * which tells what it finds in the words of {@code metadata}'s model, and the customizer of the
 * persistence unit, which asks {@code config} for the data source. It alone may import EclipseLink,
 * whose mappings tell more than the JPA metamodel: tables and columns.
 */
package org.fitmesh.catalog;
