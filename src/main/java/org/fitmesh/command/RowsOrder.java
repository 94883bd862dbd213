package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.plan.table.Ordering;
import org.fitmesh.plan.table.Ordering.Target;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * {@code order_by} of the older {@code select}: {@code "+column"}, {@code "-column"}, {@code
 * {column, type, nulls}}, or a list of these. A column of a related row is {@code author.name}.
 */
record RowsOrder(Arguments arguments) {
    private static final String KEY = "order_by";

    /** The keys of the order; none where none is asked for. */
    List<Ordering> read(RowsTable table) {
        ErrorPath path = arguments.path().key(KEY);
        Optional<JsonNode> given = arguments.optional(KEY);
        if (given.isEmpty()) {
            return List.of();
        }
        if (!given.get().isArray()) {
            return List.of(one(table, given.get(), path));
        }
        List<Ordering> orderings = new ArrayList<>();
        for (JsonNode one : given.get()) {
            orderings.add(one(table, one, path.index(orderings.size())));
        }
        return orderings;
    }

    private Ordering one(RowsTable table, JsonNode item, ErrorPath path) {
        if (item.isTextual()) {
            String text = item.textValue();
            boolean signed = text.startsWith("+") || text.startsWith("-");
            boolean descending = text.startsWith("-");
            Target target = target(table, names(signed ? text.substring(1) : text), path);
            return new Ordering(target, descending, descending);
        }
        if (item instanceof ObjectNode object) {
            return one(table, new Arguments(object, path));
        }
        throw arguments.failed("expecting an object or string for order by", path);
    }

    private Ordering one(RowsTable table, Arguments item) {
        Target target = target(table, names(item.text("column")), item.path());
        boolean descending = isSecond(item, "type", "asc", "desc").orElse(false);
        boolean nullsFirst = isSecond(item, "nulls", "last", "first").orElse(descending);
        return new Ordering(target, descending, nullsFirst);
    }

    private static Optional<Boolean> isSecond(
            Arguments item, String key, String first, String second) {
        Optional<String> word = item.optionalText(key);
        if (word.filter(w -> !w.equals(first) && !w.equals(second)).isPresent()) {
            throw item.failed(
                    "expected '" + first + "' or '" + second + "' for the key '" + key + "'",
                    item.path().key(key));
        }
        return word.map(second::equals);
    }

    private static List<String> names(String dotted) {
        return Arrays.asList(dotted.split("\\.", -1));
    }

    private static Target target(RowsTable table, List<String> names, ErrorPath path) {
        String name = names.get(0);
        RelationshipModel relationship = table.model().relationships().get(name);
        if (names.size() == 1) {
            if (relationship != null) {
                throw unexpected(name, " is a relationship and should be expanded", path);
            }
            return new Target.OwnColumn(table.column(name, path));
        }
        if (relationship == null) {
            table.column(name, path);
            throw unexpected(name, " is a Postgres column and cannot be chained further", path);
        }
        if (relationship.isArray()) {
            throw unexpected(
                    name, " is an array relationship and can't be used in 'order_by'", path);
        }
        Target inner =
                target(table.other(relationship.target()), names.subList(1, names.size()), path);
        return new Target.OfRelated(relationship, Filter.EVERYTHING, inner);
    }

    private static RequestException unexpected(String name, String what, ErrorPath path) {
        return new RequestException(ErrorCode.UNEXPECTED_PAYLOAD, Names.quoted(name) + what, path);
    }
}
