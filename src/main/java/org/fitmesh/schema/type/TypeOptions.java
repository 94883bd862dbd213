package org.fitmesh.schema.type;

/**
 * What of Hasura's types is generated.
 *
 * @param updateMany whether there is {@code update_<table>_many}
 * @param aggregationPredicates whether conditions may aggregate the rows of a relationship
 * @param arrays whether PostgreSQL's arrays are lists; otherwise each is a scalar
 */
public record TypeOptions(boolean updateMany, boolean aggregationPredicates, boolean arrays) {
    /** Everything. */
    public static final TypeOptions ALL = new TypeOptions(true, true, true);
}
