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
 * @param callsFunctions whether it calls functions of the database that are not {@code IMMUTABLE}:
 *     they may set what the rest of their transaction sees
 */
public record CompiledStatement(
        SqlStatement sql, List<Parameter> parameters, Result result, boolean callsFunctions) {
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

    /**
     * A statement that gives JSON.
     *
     * @param compilation of which it is made
     */
    CompiledStatement(SqlStatement sql, Compilation compilation) {
        this(sql, compilation, Result.Json.VALUE);
    }

    /**
     * A statement.
     *
     * @param compilation of which it is made
     */
    CompiledStatement(SqlStatement sql, Compilation compilation, Result result) {
        this(sql, compilation.parameters(), result, compilation.mayReadAnyTable());
    }
}
