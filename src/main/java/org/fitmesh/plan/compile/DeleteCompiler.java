package org.fitmesh.plan.compile;

import java.util.List;
import org.fitmesh.plan.table.DeleteQuery;
import org.fitmesh.sql.DataChange;
import org.fitmesh.sql.Delete;
import org.fitmesh.sql.Expression;
import org.fitmesh.sql.Select;

/** Writes {@code DELETE FROM … WHERE …}. */
record DeleteCompiler(DeleteQuery query, Compilation compilation) implements ChangeCompiler {

    @Override
    public String rowsName() {
        return "deleted";
    }

    /** Nobody asks for more of a row that goes. */
    @Override
    public Expression check(String target) {
        return Expression.TRUE;
    }

    @Override
    public DataChange change(String target, List<Select.Output> returning) {
        return new Delete(
                query.table().name().schema(),
                query.table().name().name(),
                target,
                new FilterCompiler(compilation, target).condition(query.filter(), target),
                returning);
    }
}
