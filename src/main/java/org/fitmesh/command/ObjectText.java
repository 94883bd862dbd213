package org.fitmesh.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fitmesh.metadata.Inconsistency;

/** Objects of the metadata as Hasura's messages write them. */
final class ObjectText {
    private static final String PERMISSION = "_permission";
    private static final String OF_ROLE = " of role ";

    private ObjectText() {}

    /** Why something cannot be, with the places that Hasura names around it. */
    static String reason(Inconsistency one) {
        return "Inconsistent object: " + context(one) + one.reason();
    }

    /**
     * What depends on something that is to go.
     *
     * @param source the name of the one that is served
     */
    static String dependents(List<Inconsistency> dependents, String source) {
        return "cannot drop due to the following dependent objects: "
                + dependents.stream()
                        .map(one -> dependent(one) + " in source " + Names.quoted(source))
                        .collect(Collectors.joining(", "));
    }

    private static String dependent(Inconsistency one) {
        return switch (one.type()) {
            case "object_relation", "array_relation" -> "relationship " + one.name();
            case "event_trigger" -> "event-trigger " + one.name();
            case "remote_relationship" -> "remote relationship " + one.name();
            case "computed_field" -> "computed field " + one.name();
            case "remote_schema" -> "remote schema " + one.name();
            default -> isPermission(one) ? permission(one) : one.type() + " " + one.name();
        };
    }

    private static String permission(Inconsistency one) {
        return "permission "
                + one.name().replace(OF_ROLE, ".")
                + "."
                + one.type().replace(PERMISSION, "");
    }

    private static String context(Inconsistency one) {
        String separator = one.name().contains(OF_ROLE) ? OF_ROLE : ".";
        int end = one.name().lastIndexOf(separator);
        if (end < 0) {
            return "";
        }
        String table = Names.quoted(one.name().substring(0, end));
        String own = Names.quoted(one.name().substring(end + separator.length()));
        return kind(one)
                .map(kind -> "in table " + table + ": in " + kind + " " + own + ": ")
                .orElse("");
    }

    private static Optional<String> kind(Inconsistency one) {
        return Optional.ofNullable(
                switch (one.type()) {
                    case "object_relation", "array_relation" -> "relationship";
                    case "remote_relationship" -> "remote relationship";
                    case "computed_field" -> "computed field";
                    default -> isPermission(one) ? "permission for role" : null;
                });
    }

    private static boolean isPermission(Inconsistency one) {
        return List.of("select", "insert", "update", "delete")
                .contains(one.type().replace(PERMISSION, ""));
    }
}
