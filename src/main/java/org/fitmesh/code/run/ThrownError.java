package org.fitmesh.code.run;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fitmesh.error.ErrorPath;

/**
 * What a data fetcher threw, until all of them ran.
 *
 * @param root the path of the root field
 */
record ThrownError(Throwable thrown, ErrorPath root, SourceLocation location)
        implements GraphQLError {

    /** Keeps what was thrown as it is. */
    static final DataFetcherExceptionHandler HANDLER =
            parameters ->
                    CompletableFuture.completedFuture(
                            DataFetcherExceptionHandlerResult.newResult(of(parameters)).build());

    private static ThrownError of(DataFetcherExceptionHandlerParameters parameters) {
        return new ThrownError(
                parameters.getException(),
                FieldPath.root(parameters.getPath()),
                parameters.getSourceLocation());
    }

    @Override
    public String getMessage() {
        return String.valueOf(thrown.getMessage());
    }

    @Override
    public List<SourceLocation> getLocations() {
        return location == null ? List.of() : List.of(location);
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
