package org.fitmesh.schema.access;

import java.util.List;
import org.fitmesh.auth.Session;
import org.fitmesh.metadata.TrackedFunction.ExposedAs;
import org.fitmesh.schema.table.FunctionModel;

/**
 * Which functions roles may call; what rows they may read of them is another matter.
 *
 * @param inferred whether a role that may read the rows of a function may call it too, when it only
 *     reads: {@code HASURA_GRAPHQL_INFER_FUNCTION_PERMISSIONS}
 */
public record FunctionAccess(List<FunctionModel> functions, boolean inferred) {

    /** The functions that a role may call. */
    public List<FunctionModel> of(String role) {
        return functions.stream().filter(function -> mayCall(role, function)).toList();
    }

    private boolean mayCall(String role, FunctionModel function) {
        return Session.ADMIN.equals(role)
                || function.tracked().roles().contains(role)
                || (inferred && onlyReads(function));
    }

    private static boolean onlyReads(FunctionModel function) {
        return function.exposedAs() == ExposedAs.QUERY && !function.isVolatile();
    }
}
