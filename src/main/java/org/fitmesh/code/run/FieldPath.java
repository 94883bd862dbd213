package org.fitmesh.code.run;

import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import org.fitmesh.error.ErrorPath;

/** Where a field stands, as Hasura says it. */
final class FieldPath {
    private FieldPath() {}

    /** The path of the field that is fetched, by its response keys; indexes of lists left out. */
    static ErrorPath of(DataFetchingEnvironment environment) {
        return keys(environment.getExecutionStepInfo().getPath());
    }

    /** The path of the root field over a place in the result. */
    static ErrorPath root(ResultPath path) {
        ResultPath at = path;
        while (at.getParent() != null && !at.getParent().isRootPath()) {
            at = at.getParent();
        }
        return at.isRootPath() ? ErrorPath.ROOT : ErrorPath.ROOT.field(at.getSegmentName());
    }

    private static ErrorPath keys(ResultPath path) {
        if (path == null || path.isRootPath()) {
            return ErrorPath.ROOT;
        }
        ErrorPath parent = keys(path.getParent());
        return path.isListSegment() ? parent : parent.field(path.getSegmentName());
    }
}
