package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The older {@code update}: rows of an administrator. */
final class UpdateRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        List<String> parameters = new ArrayList<>();
        String set = assignments(table, set(arguments), parameters);
        RowsCondition condition = new RowsCondition(table);
        String where = condition.where(arguments.object("where"));
        parameters.addAll(condition.parameters());
        work.tellCaller();
        ArrayNode rows =
                table.run(
                        work,
                        "update "
                                + table.sql()
                                + " set "
                                + set
                                + where
                                + " returning "
                                + table.row(arguments.optional("returning")),
                        parameters);
        work.raisedEvents();
        return table.changed(rows);
    }

    private static ObjectNode set(Arguments arguments) {
        ObjectNode set = arguments.object(arguments.optional("$set").isPresent() ? "$set" : "_set");
        if (set.isEmpty()) {
            throw arguments.failed(
                    "atleast one of $set, $inc, $mul, $default is expected", arguments.path());
        }
        return set;
    }

    private static String assignments(RowsTable table, ObjectNode set, List<String> parameters) {
        List<String> assignments = new ArrayList<>();
        set.fieldNames()
                .forEachRemaining(
                        name -> {
                            String column = table.column(name);
                            parameters.add(set.toString());
                            assignments.add(
                                    column
                                            + " = (json_populate_record(null::"
                                            + table.sql()
                                            + ", ?::json))."
                                            + column);
                        });
        return String.join(", ", assignments);
    }
}
