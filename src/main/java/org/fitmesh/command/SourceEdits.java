package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * Commands for sources. Another than {@code default} is kept in the document and listed, as it is
 * not served; the address of the one that is served is a setting.
 */
final class SourceEdits {
    private static final String SOURCES = "sources";
    private static final String NAME = "name";
    private static final String CONFIGURATION = "configuration";
    private static final String CUSTOMIZATION = "customization";

    /** The edits by the name that follows {@code pg_}. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "add_source", SourceEdits::add,
                    "update_source", SourceEdits::update,
                    "drop_source", SourceEdits::drop);

    private SourceEdits() {}

    private static void add(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        ObjectNode configuration = arguments.object(CONFIGURATION);
        ObjectNode root = subject.document().json();
        boolean known = Entries.find(root, SOURCES, NAME, name).isPresent();
        if (known && !arguments.flag("replace_configuration")) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "postgres source with name " + Names.quoted(name) + " already exists",
                    arguments.path());
        }
        if (!known) {
            ObjectNode added = Answers.object().put(NAME, name).put("kind", "postgres");
            added.putArray("tables");
            Entries.add(root, SOURCES, added);
        }
        ObjectNode source = source(arguments, subject);
        source.set(CONFIGURATION, configuration);
        arguments.optional(CUSTOMIZATION).ifPresent(value -> source.set(CUSTOMIZATION, value));
    }

    /** What is not given stays. */
    private static void update(Arguments arguments, Subject subject) {
        source(arguments, subject).setAll(Entries.picked(arguments, CONFIGURATION, CUSTOMIZATION));
    }

    private static void drop(Arguments arguments, Subject subject) {
        source(arguments, subject);
        ObjectNode root = subject.document().json();
        Entries.remove(root, SOURCES, NAME, arguments.text(NAME));
        if (!root.has(SOURCES)) {
            root.putArray(SOURCES);
        }
    }

    private static ObjectNode source(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        return Entries.find(subject.document().json(), SOURCES, NAME, name)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "source with name "
                                                + Names.quoted(name)
                                                + " does not exist",
                                        arguments.path()));
    }
}
