package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.table.InsertQuery;
import org.fitmesh.plan.table.InsertValue;
import org.fitmesh.schema.filter.Filter;

/** The older {@code insert}: rows of an administrator. What a row does not give is its default. */
final class InsertRows implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        RowsTable table = RowsTable.of(arguments, work);
        List<Map<Column, InsertValue>> rows = rows(table, arguments);
        Set<Column> given = new LinkedHashSet<>();
        rows.forEach(row -> given.addAll(row.keySet()));
        Optional<InsertQuery.Upsert> upsert =
                arguments
                        .optionalObject("on_conflict")
                        .map(onConflict -> new RowsConflict(table, onConflict).upsert(given));
        InsertQuery query =
                new InsertQuery(
                        table.model().table(),
                        rows,
                        upsert,
                        Filter.EVERYTHING,
                        table.response(arguments));
        return RowsTable.write(query, arguments, work);
    }

    private static List<Map<Column, InsertValue>> rows(RowsTable table, Arguments arguments) {
        List<JsonNode> objects = arguments.list("objects");
        ErrorPath path = arguments.path().key("objects");
        if (objects.isEmpty()) {
            throw new RequestException(
                    ErrorCode.UNEXPECTED_PAYLOAD, "objects should not be empty", path);
        }
        List<Map<Column, InsertValue>> rows = new ArrayList<>();
        for (JsonNode object : objects) {
            rows.add(row(table, object, arguments, path.index(rows.size())));
        }
        return rows;
    }

    private static Map<Column, InsertValue> row(
            RowsTable table, JsonNode object, Arguments arguments, ErrorPath path) {
        if (!(object instanceof ObjectNode)) {
            throw arguments.failed("expected an object of columns and values", path);
        }
        Map<Column, InsertValue> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : object.properties()) {
            row.put(
                    table.column(value.getKey(), path),
                    new InsertValue.Given(
                            RowsTable.value(value.getValue(), path.key(value.getKey()))));
        }
        return row;
    }
}
