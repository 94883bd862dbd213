package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.metadata.Relationship;

/** The form of {@code using} in a command that makes a relationship, refused in Hasura's words. */
final class RelationshipForm {
    private static final String FOREIGN_KEY = "foreign_key_constraint_on";
    private static final String MANUAL = "manual_configuration";
    private static final String EITHER =
            "one of " + FOREIGN_KEY + "/" + MANUAL + " should be present";

    private RelationshipForm() {}

    /**
     * Holds {@code using} to its form, before the table is looked at.
     *
     * @throws org.fitmesh.error.RequestException {@code parse-failed}
     */
    static void check(Relationship.Kind kind, Arguments arguments) {
        ErrorPath path = arguments.path().key("using");
        if (!(arguments.required("using") instanceof ObjectNode using)) {
            throw arguments.failed("using should be an object", path);
        }
        if (using.has(FOREIGN_KEY) == using.has(MANUAL)) {
            throw arguments.failed((using.has(MANUAL) ? "only " : "atleast ") + EITHER, path);
        }
        JsonNode key = using.path(FOREIGN_KEY);
        if (kind == Relationship.Kind.ARRAY && using.has(FOREIGN_KEY) && !key.isObject()) {
            throw arguments.failed("Expecting object { table, columns }.", path);
        }
    }
}
