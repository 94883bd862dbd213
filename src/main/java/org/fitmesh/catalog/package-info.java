/**
 * What PostgreSQL and JPA say about the tables.
 *
 * <p>In: a connection, the entities of the persistence unit. Out: an immutable {@link
 * org.fitmesh.catalog.Catalog} and the tables that the entities track. What can fail here is the
 * database. Imports {@code error} and the model of {@code metadata} only, and alone may import
 * EclipseLink, whose mappings tell more than the JPA metamodel: tables and columns.
 */
package org.fitmesh.catalog;
