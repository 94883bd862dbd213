package org.fitmesh.plan.compile;

import java.util.List;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.Parameter;
import org.fitmesh.sql.SqlStatement;

/**
 * A statement ready to run.
 *
 * @param parameters what {@link SqlStatement#parameters()} counts
 * @param result what it gives
 */
public record CompiledStatement(SqlStatement sql, List<Parameter> parameters, Result result) {
    /** PostgreSQL's protocol counts parameters in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    /**
     * @throws RequestException validation-failed when PostgreSQL could not take so many values
     */
    public CompiledStatement {
        if (sql.parameters().length > MAX_PARAMETERS) {
            throw new RequestException(
                            ErrorCode.VALIDATION_FAILED,
                            "the field needs more than " + MAX_PARAMETERS + " values",
                            ErrorPath.ROOT)
                    .withHint(
                            "send less at once; rows to insert may be more when all of them have"
                                    + " the same columns");
        }
    }

    /** A statement that gives JSON. */
    CompiledStatement(SqlStatement sql, List<Parameter> parameters) {
        this(sql, parameters, Result.Json.VALUE);
    }
}
