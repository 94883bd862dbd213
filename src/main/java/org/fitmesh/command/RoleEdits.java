package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/** Commands for inherited roles, and for roles that may not introspect. */
final class RoleEdits {
    private static final String ROLES = "inherited_roles";
    private static final String NAME = "role_name";

    /** The edits by their names. */
    static final Map<String, Edit.Change> ALL =
            Map.of(
                    "add_inherited_role", RoleEdits::add,
                    "create_inherited_role", RoleEdits::add,
                    "drop_inherited_role", RoleEdits::drop,
                    "set_graphql_schema_introspection_options", RoleEdits::introspection);

    private RoleEdits() {}

    /** A role that is there is defined anew, as in Hasura. */
    private static void add(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        for (JsonNode parent : arguments.required("role_set")) {
            if (parent.asText().equals(name)) {
                throw new RequestException(
                        ErrorCode.INVALID_PARAMS,
                        "an inherited role name cannot be in the role combination",
                        arguments.path());
            }
        }
        ObjectNode root = subject.document().json();
        ObjectNode role = Entries.picked(arguments, NAME, "role_set");
        Entries.find(root, ROLES, NAME, name)
                .ifPresentOrElse(
                        there -> there.removeAll().setAll(role),
                        () -> Entries.add(root, ROLES, role));
    }

    private static void drop(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        if (!Entries.remove(subject.document().json(), ROLES, NAME, name)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS, name + " inherited role doesn't exist", arguments.path());
        }
    }

    private static void introspection(Arguments arguments, Subject subject) {
        arguments.required("disabled_for_roles");
        subject.document()
                .json()
                .set(
                        "graphql_schema_introspection",
                        Entries.picked(arguments, "disabled_for_roles"));
    }
}
