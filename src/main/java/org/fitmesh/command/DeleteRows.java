package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.plan.table.DeleteQuery;

/** The older {@code delete}: rows of an administrator. */
final class DeleteRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        DeleteQuery query =
                new DeleteQuery(
                        table.model().table(),
                        table.where(arguments.object("where"), arguments.path().key("where")),
                        table.response(arguments));
        return RowsTable.write(query, arguments, work);
    }
}
