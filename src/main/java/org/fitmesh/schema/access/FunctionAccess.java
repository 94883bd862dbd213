package org.fitmesh.schema.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;
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

    /**
     * The functions that a role may call: an inherited role those that any of its parents may call.
     *
     * @param roles the role and all that it inherits from
     */
    public List<FunctionModel> of(Set<String> roles) {
        return functions.stream().filter(function -> mayCall(roles, function)).toList();
    }

    private boolean mayCall(Set<String> roles, FunctionModel function) {
        return roles.contains(Session.ADMIN)
                || !Collections.disjoint(roles, function.tracked().roles())
                || (inferred && onlyReads(function));
    }

    private static boolean onlyReads(FunctionModel function) {
        return function.exposedAs() == ExposedAs.QUERY && !function.isVolatile();
    }
}
