/**
 * Runs plans: statements, transactions, requests to remotes, calls of Java code, joins.
 *
 * <p>In: a {@code Plan} and the values of one request. Out: an {@link org.fitmesh.execute.Answer}
 * of bytes. What can fail here is PostgreSQL, the remotes, who validates input, and the
 * application's code; {@link org.fitmesh.execute.SqlFailure} gives database errors Hasura's codes.
 * Imports {@code plan}, {@code code}, {@code remote}, {@code graphql}, {@code event}, {@code
 * auth.Session}, {@code error}, {@code concurrent}, {@code config}, {@code validation}; never
 * {@code api} or {@code schema}.
 */
package org.fitmesh.execute;
