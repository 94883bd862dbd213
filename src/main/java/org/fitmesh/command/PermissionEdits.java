package org.fitmesh.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.auth.Session;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** Commands for what a role may do with a table. */
final class PermissionEdits {
    private static final List<String> KINDS = List.of("select", "insert", "update", "delete");
    private static final String ROLE = "role";
    private static final String PERMISSION = "permission";
    private static final String COMMENT = "comment";

    private PermissionEdits() {}

    /** The edits by the name that follows {@code pg_}. */
    static Map<String, Edit.Change> all() {
        Map<String, Edit.Change> edits = new HashMap<>();
        for (String kind : KINDS) {
            edits.put(
                    "create_" + kind + "_permission",
                    (arguments, subject) -> create(kind, arguments, subject));
            edits.put(
                    "drop_" + kind + "_permission",
                    (arguments, subject) -> drop(kind, arguments, subject));
        }
        edits.put("set_permission_comment", PermissionEdits::setComment);
        return edits;
    }

    private static void create(String kind, Arguments arguments, Subject subject) {
        TableName table = arguments.table("table");
        String role = arguments.text(ROLE);
        ObjectNode permission = arguments.object(PERMISSION);
        ObjectNode entry = subject.table(arguments);
        // Hasura counts what the administrator may do as permissions of a role like any other
        if (role.equals(Session.ADMIN) || Entries.find(entry, list(kind), ROLE, role).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    kind
                            + " permission already defined on table "
                            + Names.quoted(table)
                            + " with role "
                            + Names.quoted(role),
                    arguments.path());
        }
        ObjectNode added = Answers.object().put(ROLE, role);
        added.set(PERMISSION, permission);
        arguments.optionalText(COMMENT).ifPresent(text -> added.put(COMMENT, text));
        Entries.add(entry, list(kind), added);
    }

    private static void drop(String kind, Arguments arguments, Subject subject) {
        String role = arguments.text(ROLE);
        boolean removed =
                subject.tableIfAny(arguments)
                        .filter(entry -> Entries.remove(entry, list(kind), ROLE, role))
                        .isPresent();
        if (!removed) {
            throw missing(kind, arguments, ErrorCode.PERMISSION_DENIED);
        }
    }

    private static void setComment(Arguments arguments, Subject subject) {
        String kind = arguments.text("type");
        String role = arguments.text(ROLE);
        ObjectNode permission =
                Entries.find(subject.table(arguments), list(kind), ROLE, role)
                        .orElseThrow(() -> missing(kind, arguments, ErrorCode.PERMISSION_DENIED));
        Entries.put(permission, COMMENT, arguments.optional(COMMENT));
    }

    private static RequestException missing(String kind, Arguments arguments, ErrorCode code) {
        return new RequestException(
                code,
                kind
                        + " permission on "
                        + Names.quoted(arguments.table("table"))
                        + " for role "
                        + Names.quoted(arguments.text(ROLE))
                        + " does not exist",
                arguments.path());
    }

    private static String list(String kind) {
        return kind + "_permissions";
    }
}
