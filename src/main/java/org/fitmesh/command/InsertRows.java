package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The older {@code insert}: rows of an administrator. */
final class InsertRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        JsonNode objects = arguments.required("objects");
        if (!objects.isArray()) {
            throw arguments.failed(
                    "expected a list for the key 'objects'", call.path().key("objects"));
        }
        work.tellCaller();
        ArrayNode rows = Answers.list();
        for (ArrayNode alike : alike(objects)) {
            String sql = sql(table, alike.get(0));
            rows.addAll(table.run(work, sql, List.of(alike.toString())));
        }
        work.raisedEvents();
        return table.changed(rows);
    }

    /** What is not given takes its default: rows in a row that give the same go together. */
    private static List<ArrayNode> alike(JsonNode objects) {
        List<ArrayNode> groups = new ArrayList<>();
        Set<String> last = null;
        for (JsonNode object : objects) {
            Set<String> keys = new LinkedHashSet<>();
            object.fieldNames().forEachRemaining(keys::add);
            if (keys.isEmpty() || !keys.equals(last)) {
                groups.add(Answers.list());
            }
            groups.get(groups.size() - 1).add(object);
            last = keys;
        }
        return groups;
    }

    private static String sql(RowsTable table, JsonNode object) {
        List<String> columns = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> columns.add(table.column(name)));
        String list = String.join(", ", columns);
        return "with sent as (select ?::json as rows) insert into "
                + table.sql()
                + (columns.isEmpty()
                        ? " default values"
                        : " (" + list + ") select " + list + rows(table.sql()))
                + " returning "
                + table.row(table.arguments().optional("returning"));
    }

    private static String rows(String target) {
        return " from json_populate_recordset(null::" + target + ", (select rows from sent))";
    }
}
