package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.RequestException;

/** What a {@code type} of Hasura's metadata API does. Keeps no state. */
@FunctionalInterface
interface Command {
    /**
     * Runs it.
     *
     * @return the answer
     * @throws RequestException why it cannot be done
     * @throws SQLException when the database fails
     */
    JsonNode run(Call call, Work work) throws SQLException;
}
