package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.plan.table.RowOutput;
import org.fitmesh.plan.table.RowSource;
import org.fitmesh.plan.table.TableQuery;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * What the older {@code select} asks of a table: {@code columns}, {@code where}, {@code order_by},
 * {@code limit} and {@code offset}. A column is a name, {@code *}, {@code *.*} and so on with what
 * relationships lead to, or a relationship with a selection of its own.
 */
record RowsSelection(RowsTable table, Arguments arguments) {
    private static final Pattern WILDCARD = Pattern.compile("\\*(\\.\\*)*");

    /** Of one row there is nothing to choose. */
    private static final List<String> OF_LISTS = List.of("where", "order_by", "limit", "offset");

    TableQuery query() {
        return query(
                outputs(),
                table.where(arguments),
                Stream.of(count("limit")).flatMap(Optional::stream).toList(),
                count("offset"));
    }

    private TableQuery query(
            List<RowOutput> outputs, Filter where, List<Operand> limits, Optional<Operand> offset) {
        return new TableQuery(
                table.model().table(),
                RowSource.TABLE,
                outputs,
                where,
                new RowsOrder(arguments).read(table),
                List.of(),
                limits,
                offset);
    }

    private Optional<Operand> count(String key) {
        ErrorPath path = arguments.path().key(key);
        return arguments.optional(key).map(value -> RowsTable.value(whole(key, value), path));
    }

    private JsonNode whole(String key, JsonNode value) {
        ErrorPath path = arguments.path().key(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw arguments.failed("expected a whole number for the key '" + key + "'", path);
        }
        if (value.intValue() < 0) {
            throw new RequestException(ErrorCode.NOT_SUPPORTED, "unexpected negative value", path);
        }
        return value;
    }

    /** What is named comes first, and is no part of what stars stand for. */
    private List<RowOutput> outputs() {
        Map<String, RowOutput> outputs = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        int stars = 0;
        List<JsonNode> columns = arguments.list("columns");
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            if (column.isTextual() && WILDCARD.matcher(column.textValue()).matches()) {
                stars = Math.max(stars, (column.textValue().length() + 1) / 2);
                continue;
            }
            RowOutput output = output(column, arguments.path().key("columns").index(i));
            outputs.put(output.key(), output);
            named.add(column.isObject() ? column.path("name").asText() : column.asText());
        }
        for (RowOutput output : stars == 0 ? List.<RowOutput>of() : everything(table, stars)) {
            if (!named.contains(output.key())) {
                outputs.putIfAbsent(output.key(), output);
            }
        }
        return List.copyOf(outputs.values());
    }

    private static List<RowOutput> everything(RowsTable table, int stars) {
        List<RowOutput> outputs = new ArrayList<>();
        table.allColumns().forEach(column -> outputs.add(RowsTable.output(column)));
        if (stars == 1) {
            return outputs;
        }
        for (RelationshipModel relationship : table.model().relationships().values()) {
            RowsTable other = table.other(relationship.target());
            TableQuery all =
                    new TableQuery(
                            other.model().table(),
                            RowSource.TABLE,
                            everything(other, stars - 1),
                            Filter.EVERYTHING,
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty());
            outputs.add(related(relationship.name(), relationship, all));
        }
        return outputs;
    }

    private RowOutput output(JsonNode column, ErrorPath path) {
        if (column.isTextual()) {
            return RowsTable.output(column(column.textValue(), path));
        }
        if (column instanceof ObjectNode object) {
            return related(new Arguments(object, path));
        }
        throw arguments.failed(
                "A column should either be a string or an object (relationship)", path);
    }

    private Column column(String name, ErrorPath path) {
        if (table.model().table().column(name).isEmpty()
                && table.model().relationships().containsKey(name)) {
            throw new RequestException(
                    ErrorCode.UNEXPECTED_PAYLOAD,
                    "expecting a postgres column; but, "
                            + Names.quoted(name)
                            + " is a relationship; relationships have to be expanded",
                    path);
        }
        return table.listed(name, path);
    }

    private RowOutput related(Arguments asked) {
        String name = asked.text("name");
        RelationshipModel relationship = relationship(name, asked.path().key("name"));
        if (!relationship.isArray()
                && OF_LISTS.stream().anyMatch(key -> asked.optional(key).isPresent())) {
            throw new RequestException(
                    ErrorCode.UNEXPECTED_PAYLOAD,
                    "when selecting an 'obj_relationship' 'where', 'order_by', 'limit' and 'offset'"
                            + "  can't be used",
                    asked.path());
        }
        TableQuery query = new RowsSelection(table.other(relationship.target()), asked).query();
        return related(
                asked.optionalText("alias").map(alias -> name(alias, asked)).orElse(name),
                relationship,
                query);
    }

    /** It becomes a name in SQL, as the alias of a field in GraphQL. */
    private static String name(String alias, Arguments asked) {
        if (GraphQLName.is(alias)) {
            return alias;
        }
        throw asked.failed(alias + " is not valid GraphQL name", asked.path().key("alias"));
    }

    private RelationshipModel relationship(String name, ErrorPath path) {
        RelationshipModel relationship = table.model().relationships().get(name);
        if (relationship != null) {
            return relationship;
        }
        Column column = table.column(name, path);
        throw new RequestException(
                ErrorCode.UNEXPECTED_PAYLOAD,
                "expecting a relationship; but, "
                        + Names.quoted(column.name())
                        + " is a postgres column; only relationships can be expanded",
                path);
    }

    private static RowOutput related(String key, RelationshipModel relationship, TableQuery query) {
        return relationship.isArray()
                ? new RowOutput.RelatedRows(key, relationship, query)
                : new RowOutput.RelatedRow(key, relationship, query);
    }
}
