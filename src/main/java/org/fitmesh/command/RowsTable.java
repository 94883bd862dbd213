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
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** The table of an older command on rows, and its SQL. Values are parameters, as JSON. */
record RowsTable(Table table, Arguments arguments) {

    /**
     * The table that the argument {@code table} names.
     *
     * @throws RequestException not-exists when it is nowhere
     */
    static RowsTable of(Arguments arguments, Work work) throws SQLException {
        TableName name = arguments.table("table");
        Optional<Table> table = work.catalog().find(name);
        if (table.isEmpty()) {
            throw Subject.noTable(name, work.sourceName(), arguments.path().key("table"));
        }
        return new RowsTable(table.get(), arguments);
    }

    /** Its name in SQL. */
    String sql() {
        return quoted(table.name().schema()) + "." + quoted(table.name().name());
    }

    /**
     * The name of a column in SQL.
     *
     * @throws RequestException not-exists when the table has none of that name
     */
    String column(String name) {
        return table.column(name)
                .map(Column::name)
                .map(RowsTable::quoted)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        Names.quoted(name) + " does not exist",
                                        arguments.path()));
    }

    /**
     * A row as JSON; without columns it is an empty object. It is made of a row, as PostgreSQL's
     * functions take 50 pairs of a name and a value at most.
     */
    String row(Optional<JsonNode> columns) {
        Set<String> outputs = new LinkedHashSet<>();
        for (String name : names(columns)) {
            outputs.add(column(name) + " as " + quoted(name));
        }
        if (outputs.isEmpty()) {
            return "json_build_object()";
        }
        String row = "select " + String.join(", ", outputs);
        return "(select row_to_json(one.*) from (" + row + ") as one)";
    }

    private List<String> names(Optional<JsonNode> columns) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : columns.orElseGet(Answers::list)) {
            if (name.asText().equals("*")) {
                names.addAll(table.columns().keySet());
            } else {
                names.add(name.asText());
            }
        }
        return names;
    }

    /** Runs a statement that answers a row of JSON for each row of the table. */
    ArrayNode run(Work work, String statement, List<String> parameters) throws SQLException {
        ArrayNode rows = Answers.list();
        try (PreparedStatement prepared = work.connection().prepareStatement(statement)) {
            for (int i = 0; i < parameters.size(); i++) {
                prepared.setString(i + 1, parameters.get(i));
            }
            try (ResultSet result = prepared.executeQuery()) {
                while (result.next()) {
                    rows.add(Answers.json(result.getString(1)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw SqlRefusal.of(e, statement, arguments.path());
        }
    }

    /** {@code {affected_rows, returning}}. */
    ObjectNode changed(ArrayNode rows) {
        ObjectNode answer = Answers.object().put("affected_rows", rows.size());
        if (arguments.optional("returning").isPresent()) {
            answer.set("returning", rows);
        }
        return answer;
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
