package org.fitmesh.graphql.type;

/** What a place accepts where its type alone does not tell, as in Hasura. */
public enum InputRule {
    /** What the specification says of the type (section 3.5). */
    SPECIFICATION,
    /** An {@code Int} that is not negative: {@code limit}. */
    NON_NEGATIVE,
    /** An {@code Int} of 64 bits, and also a string of decimal digits: {@code offset}. */
    INT64,
    /**
     * The value of a column, whatever the type says: a string that PostgreSQL reads, or JSON that
     * is looked at when the column's type is at hand.
     */
    COLUMN,
    /** A list of {@link #COLUMN}. */
    COLUMN_LIST
}
