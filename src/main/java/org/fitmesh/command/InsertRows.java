package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** The older {@code insert}: rows of an administrator. */
final class InsertRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        Table table = table(arguments, work);
        JsonNode objects = arguments.required("objects");
        if (!objects.isArray()) {
            throw arguments.failed(
                    "expected a list for the key 'objects'", call.path().key("objects"));
        }
        work.tellCaller();
        int rows = 0;
        ArrayNode returned = Answers.list();
        for (ArrayNode alike : alike(objects)) {
            rows += insert(table, alike, arguments, work, returned);
        }
        work.raisedEvents();
        ObjectNode answer = Answers.object().put("affected_rows", rows);
        if (arguments.optional("returning").isPresent()) {
            answer.set("returning", returned);
        }
        return answer;
    }

    private static Table table(Arguments arguments, Work work) throws SQLException {
        TableName name = arguments.table("table");
        return work.catalog()
                .find(name)
                .orElseThrow(() -> Subject.noTable(name, arguments.path().key("table")));
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

    private static int insert(
            Table table, ArrayNode objects, Arguments arguments, Work work, ArrayNode returned)
            throws SQLException {
        String sql = sql(table, objects.get(0), arguments);
        try (PreparedStatement statement = work.connection().prepareStatement(sql)) {
            statement.setString(1, objects.toString());
            int rows = 0;
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows++;
                    returned.add(Answers.json(result.getString(1)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw SqlRefusal.of(e, sql, arguments.path());
        }
    }

    private static String sql(Table table, JsonNode object, Arguments arguments) {
        String target = quoted(table.name().schema()) + "." + quoted(table.name().name());
        List<String> columns = new ArrayList<>();
        object.fieldNames()
                .forEachRemaining(name -> columns.add(quoted(column(table, name, arguments))));
        String list = String.join(", ", columns);
        return "with sent as (select ?::json as rows) insert into "
                + target
                + (columns.isEmpty()
                        ? " default values"
                        : " (" + list + ") select " + list + rows(target))
                + " returning "
                + returning(table, arguments);
    }

    private static String rows(String target) {
        return " from json_populate_recordset(null::" + target + ", (select rows from sent))";
    }

    private static String returning(Table table, Arguments arguments) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode name : arguments.optional("returning").orElseGet(Answers::list)) {
            String column = column(table, name.asText(), arguments);
            pairs.add("'" + column.replace("'", "''") + "', " + quoted(column));
        }
        return "json_build_object(" + String.join(", ", pairs) + ")";
    }

    private static String column(Table table, String name, Arguments arguments) {
        return table.column(name)
                .map(Column::name)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        Names.quoted(name) + " does not exist",
                                        arguments.path()));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
