package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;

/**
 * A command whose arguments may also be the name alone, as a text or {@code {schema, name}}.
 *
 * @param key where the name is in the form with keys
 */
record OldForm(String key, Command command) implements Command {
    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        JsonNode args = call.args();
        if (args.isTextual() || (!args.has(key) && args.has("name"))) {
            return command.run(call.with(Answers.object().set(key, args)), work);
        }
        return command.run(call, work);
    }
}
