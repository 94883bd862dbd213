package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;

/** The older {@code delete}: rows of an administrator. */
final class DeleteRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        RowsCondition condition = new RowsCondition(table);
        String where = condition.where(arguments.object("where"));
        work.tellCaller();
        ArrayNode rows =
                table.run(
                        work,
                        "delete from "
                                + table.sql()
                                + where
                                + " returning "
                                + table.row(arguments.optional("returning")),
                        condition.parameters());
        work.raisedEvents();
        return table.changed(rows);
    }
}
