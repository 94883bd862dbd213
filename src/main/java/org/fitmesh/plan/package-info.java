/**
 * Turns an operation into a {@link org.fitmesh.plan.Plan}: what to run for each root field, in
 * which order, with which parameters.
 *
 * <p>Sub-packages: {@code table} (a selection read as queries over tables), {@code compile} (such a
 * query written as SQL). In: an {@code Operation}, a {@code RoleSchema}. Out: a plan that holds
 * where each value comes from, never the value, and so serves every request of the same shape. What
 * can fail here is what the type system cannot express: {@code distinct_on} against {@code
 * order_by}, a null where a value is needed, a column that two operators change. Imports {@code
 * schema}, {@code graphql}, {@code catalog}, {@code sql}, {@code remote}'s documents and joins,
 * {@code code}'s entities, the remote relationships of {@code metadata}, {@code error}. Pure: no
 * {@code jakarta}, no {@code java.sql}, no clock.
 */
package org.fitmesh.plan;
