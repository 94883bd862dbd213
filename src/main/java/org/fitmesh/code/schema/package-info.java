/**
 * Makes the schema of the application's endpoints: SmallRye reads the classes, this package changes
 * what it found before a schema is built of it.
 *
 * <p>In: an index of classes, the keys of the entities. Out: a {@link
 * org.fitmesh.code.schema.CodeSchema}. What can fail here is the application's code: each operation
 * that cannot be offered is left out and listed. Imports {@code code}'s packages, {@code catalog},
 * {@code graphql}'s types and {@code metadata}'s inconsistencies; SmallRye's model is known here
 * and in {@code code.run} only.
 */
package org.fitmesh.code.schema;
