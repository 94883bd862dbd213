/**
 * Java code as a source: MicroProfile GraphQL endpoints ({@code @GraphQLApi}) of the WAR, run by
 * SmallRye GraphQL in this process.
 *
 * <p>In: the classes of the application and the entities of its persistence unit. Out: a {@link
 * org.fitmesh.code.CodeModel} that says what the code offers, and the answers of its operations, in
 * which an {@link org.fitmesh.code.EntityReference} stands for each entity. What can fail here is
 * the application's code: its classes when the model is made, which is listed, and its methods when
 * they are called. Imports {@code catalog}, {@code graphql}'s types, {@code metadata}'s
 * inconsistencies, {@code auth.Session}, {@code config}, {@code error}; knows nothing of roles'
 * schemas, plans or SQL.
 */
package org.fitmesh.code;
