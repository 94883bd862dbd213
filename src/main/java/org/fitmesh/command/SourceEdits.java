package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * Commands for sources. Another than the one that is served is kept in the document and listed; the
 * address of the one that is served is a setting.
 */
final class SourceEdits {
    private static final String SOURCES = "sources";
    private static final String NAME = "name";
    private static final String CONFIGURATION = "configuration";
    private static final String CUSTOMIZATION = "customization";

    /** The edits by the name that follows {@code pg_}. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "add_source", keeping(SourceEdits::add),
                    "update_source", SourceEdits::update,
                    "drop_source", keeping(SourceEdits::drop));

    /** {@code rename_source}, which has no prefix. */
    static final Edit.Change RENAME = keeping(SourceEdits::rename);

    private SourceEdits() {}

    /**
     * The same, unless another source would be served afterwards in place of one that has tables:
     * their permissions would come to hold for another database's tables.
     */
    private static Edit.Change keeping(Edit.Change change) {
        return (arguments, subject) -> {
            Optional<ObjectNode> before = subject.document().source();
            String name = subject.document().sourceName();
            change.apply(arguments, subject);
            Optional<ObjectNode> after = subject.document().source();
            // the very entry, whatever it is called now
            boolean isSame = before.orElse(null) == after.orElse(null);
            if (!isSame && after.isPresent() && before.filter(SourceEdits::hasTables).isPresent()) {
                throw replaced(name, subject.document().sourceName(), arguments);
            }
        };
    }

    private static boolean hasTables(ObjectNode source) {
        return !source.path("tables").isEmpty() || !source.path("functions").isEmpty();
    }

    private static RequestException replaced(String before, String after, Arguments arguments) {
        return new RequestException(
                        ErrorCode.NOT_SUPPORTED,
                        "source "
                                + Names.quoted(after)
                                + " would be served in place of source "
                                + Names.quoted(before),
                        arguments.path())
                .withHint(
                        "one source is served: the PostgreSQL source \"default\", or else the first."
                                + " Drop the other one first");
    }

    private static void rename(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        String newName = arguments.text("new_name");
        ObjectNode root = subject.document().json();
        ObjectNode source =
                Entries.find(root, SOURCES, NAME, name)
                        .orElseThrow(
                                () ->
                                        new RequestException(
                                                ErrorCode.NOT_EXISTS,
                                                "Could not find source with name "
                                                        + Names.quoted(name),
                                                arguments.path()));
        if (Entries.find(root, SOURCES, NAME, newName).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "Source with name " + Names.quoted(newName) + " already exists",
                    arguments.path());
        }
        source.put(NAME, newName);
    }

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
        new CustomNames(arguments).require(CUSTOMIZATION, CustomNames::ofSource);
        source.set(CONFIGURATION, configuration);
        arguments.optional(CUSTOMIZATION).ifPresent(value -> source.set(CUSTOMIZATION, value));
    }

    /** What is not given stays. */
    private static void update(Arguments arguments, Subject subject) {
        new CustomNames(arguments).require(CUSTOMIZATION, CustomNames::ofSource);
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
