package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.naming.GraphQLName;

/**
 * The names that a command gives to what it makes: each must be a name in GraphQL, and root fields
 * must differ. Refused in Hasura's words; in a document that is loaded as a whole, it is listed.
 */
final class CustomNames {
    private static final String ROOT_FIELDS = "custom_root_fields";
    private static final String COLUMN_NAMES = "custom_column_names";
    private static final String DUPLICATED =
            "the following custom root field names are duplicated: ";

    private final Arguments arguments;

    CustomNames(Arguments arguments) {
        this.arguments = arguments;
    }

    /** How one kind of names is checked. */
    @FunctionalInterface
    interface Check {
        void of(CustomNames names, JsonNode given, ErrorPath path);
    }

    /**
     * Checks the names that an argument gives, where it is there.
     *
     * @throws RequestException parse-failed, in Hasura's words
     */
    void require(String key, Check check) {
        arguments
                .optional(key)
                .ifPresent(given -> check.of(this, given, arguments.path().key(key)));
    }

    /** The configuration of a table; anything but an object is left to who reads it. */
    void ofTable(JsonNode configuration, ErrorPath path) {
        text(configuration.get("custom_name"), path.key("custom_name"));
        each(configuration.path(COLUMN_NAMES), "", path.key(COLUMN_NAMES));
        each(configuration.path("column_config"), "custom_name", path.key("column_config"));
        List<String> roots = each(configuration.path(ROOT_FIELDS), "name", path.key(ROOT_FIELDS));
        List<String> twice = twice(roots);
        if (!twice.isEmpty()) {
            throw arguments.failed(DUPLICATED + listed(twice), path.key(ROOT_FIELDS));
        }
    }

    /** The configuration of a function. */
    void ofFunction(JsonNode configuration, ErrorPath path) {
        text(configuration.get("custom_name"), path.key("custom_name"));
        List<String> roots = each(configuration.path(ROOT_FIELDS), "", path.key(ROOT_FIELDS));
        for (String name : twice(roots)) {
            throw arguments.failed(
                    DUPLICATED + name + " and " + Names.quoted(name), path.key(ROOT_FIELDS));
        }
    }

    /** The customization of a source; an empty text is as none. */
    void ofSource(JsonNode customization, ErrorPath path) {
        part("", customization, path, "root_fields", "namespace");
        for (String kind : List.of("root_fields", "type_names")) {
            part("", customization, path, kind, "prefix");
            part("_", customization, path, kind, "suffix");
        }
    }

    /**
     * A part of names.
     *
     * @param before what stands before it in the shortest name
     */
    private void part(
            String before, JsonNode customization, ErrorPath path, String kind, String key) {
        String text = customization.path(kind).path(key).asText();
        if (!text.isEmpty() && !GraphQLName.is(before + text)) {
            throw invalid(text, path.key(kind).key(key));
        }
    }

    /**
     * The names of an object.
     *
     * @param key where a name is in a member that is an object itself
     */
    private List<String> each(JsonNode object, String key, ErrorPath path) {
        List<String> names = new ArrayList<>();
        if (!(object instanceof ObjectNode members)) {
            return names;
        }
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            boolean inner = member.getValue().isObject();
            JsonNode name = inner ? member.getValue().get(key) : member.getValue();
            ErrorPath place = path.key(member.getKey());
            text(name, inner ? place.key(key) : place);
            if (name != null && name.isTextual()) {
                names.add(name.textValue());
            }
        }
        return names;
    }

    private void text(JsonNode name, ErrorPath path) {
        if (name != null && name.isTextual() && !GraphQLName.isFree(name.textValue())) {
            throw invalid(name.textValue(), path);
        }
    }

    private RequestException invalid(String name, ErrorPath path) {
        return arguments.failed(name + " is not valid GraphQL name", path);
    }

    private static List<String> twice(List<String> names) {
        List<String> more = new ArrayList<>(names);
        new TreeSet<>(names).forEach(more::remove);
        return List.copyOf(new TreeSet<>(more));
    }

    /** {@code a}, {@code a and b}, {@code a, b, and c}. */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        String before = String.join(", ", names.subList(0, last));
        return switch (last) {
            case 0 -> names.get(0);
            case 1 -> before + " and " + names.get(1);
            default -> before + ", and " + names.get(last);
        };
    }
}
