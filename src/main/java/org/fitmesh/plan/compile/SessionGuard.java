package org.fitmesh.plan.compile;

import org.fitmesh.plan.Parameter;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;
import org.fitmesh.sql.SqlType;

/**
 * Tells the database who writes: {@code hasura.user} holds the session variables as JSON until the
 * transaction ends, where triggers read them with {@code current_setting('hasura.user', true)}
 * (Hasura's name for it).
 *
 * <p>It is a condition on no row, of the statement's outermost select, or of the one that gives a
 * {@link PlainInsert} its row. PostgreSQL evaluates such a condition once, before it reads the
 * first row and so before it writes any ("One-Time Filter" in its plans; among several, the
 * cheapest first, and this one costs nothing by its reckoning). So it takes no statement and no
 * transaction of its own.
 */
final class SessionGuard {
    private static final String SETTING = "hasura.user";

    private SessionGuard() {}

    /** Always true. */
    static Expression condition(Compilation compilation) {
        Expression variables =
                compilation.parameter(new Parameter.SessionVariables(), SqlType.TEXT);
        Expression set =
                new Expression.Call(
                        "set_config", new Expression.Constant(SETTING), variables, Expression.TRUE);
        Select once = Select.of(new Select.Output(set, "value"));
        return new Expression.NullTest(new Expression.Scalar(once), false);
    }
}
