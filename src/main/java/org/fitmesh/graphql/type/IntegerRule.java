package org.fitmesh.graphql.type;

/**
 * What a place of type {@code Int} accepts. Hasura keeps the name {@code Int} for arguments whose
 * bounds differ from the specification's, so the type alone does not tell.
 */
public enum IntegerRule {
    /** The specification's {@code Int} (section 3.5.1). */
    INT32,
    /** {@code limit}: no negative number. */
    NON_NEGATIVE,
    /** {@code offset}: 64 bits, and also a string of decimal digits. */
    INT64
}
