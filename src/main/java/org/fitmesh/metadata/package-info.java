/**
 * Hasura's metadata (format version 3): what is tracked, related, permitted.
 *
 * <p>In: YAML or JSON. Out: {@link org.fitmesh.metadata.Metadata}, records that mirror the format.
 * What can fail here is the text: a wrong part becomes a listed {@link
 * org.fitmesh.metadata.Inconsistency}, the rest is read. Imports the names of {@code catalog}, and
 * {@code naming}.
 */
package org.fitmesh.metadata;
