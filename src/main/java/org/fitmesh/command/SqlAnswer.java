package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** What SQL of an administrator's own answers, in Hasura's shape. */
final class SqlAnswer {
    /** What Hasura writes in the place of null. */
    private static final String NULL = "NULL";

    private SqlAnswer() {}

    /**
     * The answer of the last statement of the text.
     *
     * @param rows whether the first result is rows
     */
    static ObjectNode last(Statement statement, boolean rows) throws SQLException {
        ObjectNode answer = result(statement, rows);
        boolean more = statement.getMoreResults();
        while (more || statement.getUpdateCount() != -1) {
            answer = result(statement, more);
            more = statement.getMoreResults();
        }
        return answer;
    }

    private static ObjectNode result(Statement statement, boolean rows) throws SQLException {
        ObjectNode answer = Answers.object();
        if (!rows) {
            answer.put("result_type", "CommandOk");
            return answer.putNull("result");
        }
        answer.put("result_type", "TuplesOk");
        return answer.set("result", table(statement.getResultSet()));
    }

    /** The names of the columns, then the rows, all as PostgreSQL writes them. */
    private static ArrayNode table(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        ArrayNode table = Answers.list();
        ArrayNode names = table.addArray();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        while (result.next()) {
            ArrayNode row = table.addArray();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String value = result.getString(i);
                row.add(value == null ? NULL : value);
            }
        }
        return table;
    }
}
