package org.fitmesh.plan.compile;

import java.util.List;
import org.fitmesh.plan.Parameter;
import org.fitmesh.sql.SqlStatement;

/**
 * A statement ready to run.
 *
 * @param parameters what {@link SqlStatement#parameters()} counts
 */
public record CompiledStatement(SqlStatement sql, List<Parameter> parameters) {}
