package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * {@code get_catalog_state} and {@code set_catalog_state}: what Hasura's command line tool (the
 * migrations that it has applied) and its console keep on the server. It means nothing here.
 */
final class CatalogState {
    private static final String READ =
            """
            select json_build_object('id', id, 'cli_state', cli_state,
                                     'console_state', console_state)
            from fitmesh.catalog_state""";
    private static final Map<String, String> WRITE =
            Map.of(
                    "cli", "update fitmesh.catalog_state set cli_state = ?::json",
                    "console", "update fitmesh.catalog_state set console_state = ?::json");

    private CatalogState() {}

    /** Both, with the id of this installation. */
    static JsonNode get(Call call, Work work) throws SQLException {
        try (PreparedStatement statement = work.connection().prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Answers.json(row.getString(1));
        }
    }

    /** Puts a state in place of the one there is. */
    static JsonNode set(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        String type = arguments.text("type");
        String write = WRITE.get(type);
        if (write == null) {
            throw arguments.failed(
                    "unexpected catalog state type: " + type + ", expected \"cli\" or \"console\"",
                    call.path().key("type"));
        }
        String state = arguments.required("state").toString();
        try (PreparedStatement statement = work.connection().prepareStatement(write)) {
            statement.setString(1, state);
            statement.execute();
        }
        return Answers.success();
    }
}
