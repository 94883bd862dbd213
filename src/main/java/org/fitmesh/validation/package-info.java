/**
 * Input validation: who is asked, before anything is written, whether the values of a mutation will
 * do ({@code validate_input} of permissions).
 *
 * <p>In: {@link org.fitmesh.metadata.InputValidation}s of the metadata and, per mutation, what its
 * client gives. Out: nothing, or a {@link org.fitmesh.error.RequestException} in Hasura's words.
 * What can fail here is the metadata (a permission whose handler cannot be asked is an {@link
 * org.fitmesh.metadata.Inconsistency} and gives nothing) and the handler: it rejects, or does not
 * answer. Imports {@code auth.Session}, {@code config}, {@code error}, {@code http}, {@code
 * metadata} and {@code telemetry}; nothing of schemas, plans or SQL.
 */
package org.fitmesh.validation;
