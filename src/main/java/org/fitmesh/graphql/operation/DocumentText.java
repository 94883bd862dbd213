package org.fitmesh.graphql.operation;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/** Turns query text into a syntax tree, or into a complaint that the client can read. */
final class DocumentText {
    // A level of nesting is up to three rules of the grammar; the rest is for the outermost ones.
    private static final int RULES_PER_LEVEL = 4;
    private static final int OUTER_RULES = 40;

    private DocumentText() {}

    static Document parse(String text, DocumentLimits limits) {
        try {
            return Parser.parse(environment(text, limits));
        } catch (ParseCancelledTooDeepException e) {
            throw tooDeep(limits).causedBy(e);
        } catch (ParseCancelledException e) {
            throw invalid("the query has more than " + limits.maxTokens() + " tokens");
        } catch (InvalidSyntaxException e) {
            throw invalid("not a valid graphql query").withHint(place(e)).causedBy(e);
        } catch (StackOverflowError e) {
            // A caller's stack may be smaller than the limits assume.
            throw tooDeep(limits);
        }
    }

    static int maxRules(DocumentLimits limits) {
        return limits.maxDepth() * RULES_PER_LEVEL + OUTER_RULES;
    }

    static RequestException tooDeep(DocumentLimits limits) {
        return invalid("the query is nested deeper than " + limits.maxDepth() + " levels");
    }

    static RequestException invalid(String message) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, ErrorPath.QUERY);
    }

    private static ParserEnvironment environment(String text, DocumentLimits limits) {
        ParserOptions options =
                ParserOptions.newParserOptions()
                        .captureIgnoredChars(false)
                        .captureLineComments(false)
                        .captureSourceLocation(false)
                        .readerTrackData(false)
                        .maxCharacters(limits.maxCharacters())
                        .maxTokens(limits.maxTokens())
                        .maxWhitespaceTokens(limits.maxCharacters())
                        .maxRuleDepth(maxRules(limits))
                        .build();
        return ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(options)
                .build();
    }

    private static String place(InvalidSyntaxException e) {
        if (e.getLocation() == null) {
            return e.getMessage();
        }
        String place =
                "line " + e.getLocation().getLine() + ", column " + e.getLocation().getColumn();
        String token = e.getOffendingToken();
        return token == null || token.isBlank() ? place : place + ", at '" + token + "'";
    }
}
