package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.plan.table.UpdateQuery;
import org.fitmesh.schema.filter.Filter;

/** The older {@code update}: rows of an administrator. */
final class UpdateRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        UpdateQuery query =
                new UpdateQuery(
                        table.model().table(),
                        new RowsChanges(table, arguments).read(),
                        table.where(arguments.object("where"), arguments.path().key("where")),
                        Filter.EVERYTHING,
                        table.response(arguments));
        return RowsTable.write(query, arguments, work);
    }
}
