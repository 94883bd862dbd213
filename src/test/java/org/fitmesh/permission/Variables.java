package org.fitmesh.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fitmesh.permission.Garden.Type;

/** The variables of a query while its text is written. */
final class Variables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> declarations = new ArrayList<>();
    private final ObjectNode values = JSON.createObjectNode();
    private final ObjectNode others = JSON.createObjectNode();
    private final Pick pick;

    /**
     * @param pick of other values
     */
    Variables(Pick pick) {
        this.pick = pick;
    }

    /** The text that stands for the value. */
    String add(Type type, Object value) {
        boolean list = value instanceof List<?>;
        String name = "v" + declarations.size();
        String scalar =
                switch (type) {
                    case INT -> "Int";
                    case TEXT -> "String";
                    case BOOL -> "Boolean";
                };
        declarations.add("$" + name + ": " + (list ? "[" + scalar + "!]" : scalar));
        values.set(name, JSON.valueToTree(value));
        others.set(name, JSON.valueToTree(list ? pick.values(type) : pick.value(type)));
        return "$" + name;
    }

    /** The same; null is written in the text, as another value would give another statement. */
    String addOrNull(Type type, Object value) {
        return value == null ? "null" : add(type, value);
    }

    /** The text that stands for rows. */
    String add(String type, Function<RowsAsJson, JsonNode> rows) {
        String name = "v" + declarations.size();
        declarations.add("$" + name + ": " + type);
        values.set(name, rows.apply(new RowsAsJson((of, given) -> given)));
        RowsAsJson other = new RowsAsJson((of, given) -> given == null ? null : pick.value(of));
        others.set(name, rows.apply(other));
        return "$" + name;
    }

    /**
     * What stands before the selection.
     *
     * @param kind {@code query} or {@code mutation}
     */
    String head(String kind) {
        return declarations.isEmpty() ? kind : kind + " (" + String.join(", ", declarations) + ")";
    }

    ObjectNode values() {
        return values;
    }

    /** Other values of the same types. */
    ObjectNode others() {
        return others;
    }
}
