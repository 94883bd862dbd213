package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * A command on the source that is served. Its argument {@code source} must name that one; a command
 * that names none means it too, also where it is not called {@code default}.
 *
 * @param command that is run then
 */
record OfSource(Command command) implements Command {
    private static final String SOURCE = "source";

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        if (call.args() instanceof ObjectNode object) {
            requireServed(new Arguments(object, call.path()), work);
        }
        return command.run(call, work);
    }

    private static void requireServed(Arguments arguments, Work work) throws SQLException {
        Optional<String> source = arguments.optionalText(SOURCE);
        if (source.isEmpty()) {
            return;
        }
        String served = work.sourceName();
        if (!source.get().equals(served)) {
            throw new RequestException(
                            ErrorCode.NOT_EXISTS,
                            "source with name " + Names.quoted(source.get()) + " does not exist",
                            arguments.path().key(SOURCE))
                    .withHint("only the source " + Names.quoted(served) + " is served");
        }
    }
}
