package org.fitmesh.graphql.operation;

/**
 * How large a document may be. All four guard against documents that are small to send and dear to
 * answer.
 *
 * @param maxDepth levels of fields, fragments counted as if written in place; also the levels of an
 *     argument's value
 * @param maxFields fields of one operation, fragments counted each time they are used
 * @param maxTokens tokens of the text
 * @param maxCharacters length of the text in UTF-16 units
 */
public record DocumentLimits(int maxDepth, int maxFields, int maxTokens, int maxCharacters) {
    public static final DocumentLimits DEFAULT =
            new DocumentLimits(100, 20_000, 200_000, 4_000_000);

    public DocumentLimits withMaxDepth(int levels) {
        return new DocumentLimits(levels, maxFields, maxTokens, maxCharacters);
    }

    public DocumentLimits withMaxFields(int fields) {
        return new DocumentLimits(maxDepth, fields, maxTokens, maxCharacters);
    }
}
