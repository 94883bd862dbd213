package org.fitmesh.dev.hygraph;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import org.fitmesh.dev.http.Request;

/**
 * Who may do what.
 *
 * @param token the Permanent Auth Token; null: everything is open
 * @param publicReads whether queries need no token
 */
public record Access(String token, boolean publicReads) {

    /** No token is looked at. */
    public static Access open() {
        return new Access(null, true);
    }

    /** Everything needs the token. */
    public static Access token(String token) {
        return new Access(token, false);
    }

    /** 0 when the request is allowed, else the HTTP status of Hygraph's refusal: 401 or 403. */
    int refusal(Request request, String query) {
        if (token == null) return 0;
        String given = request.header("authorization").orElse("");
        if (given.equals("Bearer " + token)) return 0;
        if (!publicReads || !given.isEmpty()) return 401;
        return writes(query) ? 403 : 0;
    }

    private static boolean writes(String query) {
        try {
            return Parser.parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
                    .anyMatch(operation -> operation.getOperation() != Operation.QUERY);
        } catch (InvalidSyntaxException e) {
            // The execution reports it.
            return false;
        }
    }
}
