package org.fitmesh.plan.compile;

import java.util.List;
import org.fitmesh.sql.DataChange;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;

/** Writes the part of a write that changes the table. */
interface ChangeCompiler {
    /** What the changed rows are called in the rest of the statement. */
    String rowsName();

    /** What each changed row must meet, in {@code RETURNING} under that alias. */
    Expression check(String target);

    /** The change of the table under that alias. */
    DataChange change(String target, List<Select.Output> returning);
}
