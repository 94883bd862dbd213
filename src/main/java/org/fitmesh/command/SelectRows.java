package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;

/**
 * The older {@code select} and {@code count}: rows of one table, without relationships and order.
 *
 * @param counts whether their number is the answer
 */
record SelectRows(boolean counts) implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        RowsCondition condition = new RowsCondition(table);
        String where = condition.where(arguments.optional("where").orElseGet(Answers::object));
        String row =
                counts
                        ? "json_build_object('count', count(*))"
                        : table.row(arguments.optional("columns"));
        ArrayNode rows =
                table.run(
                        work,
                        "select " + row + " from " + table.sql() + where + page(arguments),
                        condition.parameters());
        return counts ? rows.get(0) : rows;
    }

    private static String page(Arguments arguments) {
        int limit = arguments.count("limit", -1);
        int offset = arguments.count("offset", 0);
        return (limit < 0 ? "" : " limit " + limit) + (offset == 0 ? "" : " offset " + offset);
    }
}
