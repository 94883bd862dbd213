package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.fitmesh.error.RequestException;

/** A command that changes the metadata, and answers success when the change is consistent. */
record Edit(Change change) implements Command {

    /** What is changed. */
    @FunctionalInterface
    interface Change {
        /**
         * Changes a copy of the document.
         *
         * @throws RequestException why it cannot be done
         */
        void apply(Arguments arguments, Subject subject);
    }

    @Override
    public JsonNode run(Call call, Work work) throws SQLException {
        Arguments arguments = call.arguments();
        work.edit(
                call.path(),
                (document, now) -> change.apply(arguments, new Subject(document, now)));
        return Answers.success();
    }
}
