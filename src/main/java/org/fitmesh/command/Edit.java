package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.fitmesh.error.RequestException;

/**
 * A command that changes the metadata, and answers success when the change is consistent.
 *
 * @param name without the prefix of the source's kind
 */
record Edit(String name, Change change) implements Command {
    private static final Pattern TAKES_AWAY = Pattern.compile("(untrack|drop|delete|remove)_.*");

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
        boolean cascade = arguments.flag("cascade");
        work.edit(
                (document, now) -> change.apply(arguments, new Subject(document, now)),
                (document, added) -> {
                    if (TAKES_AWAY.matcher(name).matches()) {
                        return Dependents.remove(document, added, cascade, call.path());
                    }
                    throw Refusal.ofObject(added, document, name, call.path());
                });
        return Answers.success();
    }
}
