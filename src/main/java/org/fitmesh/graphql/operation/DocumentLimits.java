package org.fitmesh.graphql.operation;

/**
 * How large a document may be. Guards against documents that are small to send and dear to answer.
 *
 * @param maxDepth levels of fields, fragments counted as if written in place; also the levels of an
 *     argument's value
 * @param maxFields fields of one operation, fragments counted each time they are used
 * @param maxValues what the arguments of one operation contain, fragments and variables counted
 *     each time they are used; long texts and lists of scalars count for more than one
 * @param maxTokens tokens of the text
 * @param maxCharacters length of the text in UTF-16 units
 */
public record DocumentLimits(
        int maxDepth, int maxFields, int maxValues, int maxTokens, int maxCharacters) {
    private static final int DEEPEST = 1000;

    /** The limits unless a setting says otherwise. */
    public static final DocumentLimits DEFAULT =
            new DocumentLimits(100, 20_000, 1_000_000, 200_000, 1_000_000);

    /**
     * @throws IllegalArgumentException for a depth that a thread's stack may not bear
     */
    public DocumentLimits {
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException(
                    "the depth limit of queries must be between 1 and "
                            + DEEPEST
                            + ", not "
                            + maxDepth);
        }
    }

    /**
     * The same limits with another depth, from 1 to 1000.
     *
     * @throws IllegalArgumentException for any other depth
     */
    public DocumentLimits withMaxDepth(int levels) {
        return new DocumentLimits(levels, maxFields, maxValues, maxTokens, maxCharacters);
    }

    /** The same limits with another number of fields. */
    public DocumentLimits withMaxFields(int fields) {
        return new DocumentLimits(maxDepth, fields, maxValues, maxTokens, maxCharacters);
    }

    /** The same limits with another number of values. */
    public DocumentLimits withMaxValues(int values) {
        return new DocumentLimits(maxDepth, maxFields, values, maxTokens, maxCharacters);
    }
}
