package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.TableName;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.RelationshipModel;
import org.fitmesh.schema.table.TableModel;

/**
 * Reads the boolean expressions of permissions (Hasura's documentation, "Metadata API: BoolExp").
 * Relationships are followed whatever the role may see, as Hasura does.
 *
 * @param tables every tracked table
 * @param root the table that the permission is on
 * @param literals how values are read
 */
public record FilterReader(Map<TableName, TableModel> tables, TableModel root, Literals literals) {

    /** For the metadata. */
    public FilterReader(Map<TableName, TableModel> tables, TableModel root) {
        this(tables, root, Literals.OF_METADATA);
    }

    /** For the condition of a command, which is written in the same way. */
    public static FilterReader ofCommand(Map<TableName, TableModel> tables, TableModel root) {
        return new FilterReader(tables, root, Literals.OF_COMMAND);
    }

    /**
     * Reads a whole expression.
     *
     * @throws FilterException when it names what does not exist
     */
    public Filter read(JsonNode expression) throws FilterException {
        boolean absent = expression == null || expression.isNull();
        return absent ? Filter.EVERYTHING : object(root, expression);
    }

    private Filter object(TableModel table, JsonNode expression) throws FilterException {
        if (!expression.isObject()) {
            throw new FilterException("expected an object, but found " + expression);
        }
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : expression.properties()) {
            parts.add(key(table, entry.getKey(), entry.getValue()));
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter key(TableModel table, String key, JsonNode value) throws FilterException {
        switch (key.startsWith("$") ? "_" + key.substring(1) : key) {
            case "_and":
                return new Filter.All(list(table, value));
            case "_or":
                return new Filter.Any(list(table, value));
            case "_not":
                return new Filter.Not(object(table, value));
            case "_exists":
                return exists(value);
            default:
                return columnOrRelationship(table, key, value);
        }
    }

    private List<Filter> list(TableModel table, JsonNode value) throws FilterException {
        if (!value.isArray()) {
            throw new FilterException("expected a list of expressions, but found " + value);
        }
        List<Filter> parts = new ArrayList<>();
        for (JsonNode element : value) {
            parts.add(object(table, element));
        }
        return parts;
    }

    private Filter exists(JsonNode value) throws FilterException {
        JsonNode name = value.path("_table");
        TableName table =
                name.isTextual()
                        ? TableName.inPublic(name.asText())
                        : new TableName(
                                name.path("schema").asText(TableName.PUBLIC),
                                name.path("name").asText());
        return new Filter.ExistsIn(table, object(tracked(table), value.path("_where")));
    }

    private TableModel tracked(TableName table) throws FilterException {
        TableModel model = tables.get(table);
        if (model == null) {
            throw new FilterException(
                    ErrorCode.NOT_EXISTS, "the table " + table + " is not tracked: track it");
        }
        return model;
    }

    private Filter columnOrRelationship(TableModel table, String key, JsonNode value)
            throws FilterException {
        Optional<Column> column = table.table().column(key);
        if (column.isPresent()) {
            return new ComparisonReader(this, table, new Compared.OfColumn(column.get()))
                    .read(value);
        }
        ComputedFieldModel computed = table.computedFields().get(key);
        if (computed != null) {
            return computed(table, computed, value);
        }
        RelationshipModel relationship = table.relationships().get(key);
        if (relationship == null) {
            throw new FilterException(
                    ErrorCode.NOT_EXISTS,
                    "'" + key + "' is neither a column nor a relationship of " + table.name());
        }
        return new Filter.Related(relationship, object(tracked(relationship.target()), value));
    }

    private Filter computed(TableModel table, ComputedFieldModel field, JsonNode value)
            throws FilterException {
        if (!field.function().inputs().isEmpty()) {
            throw new FilterException(
                    "the computed field '"
                            + field.name()
                            + "' takes arguments and cannot stand in a condition");
        }
        FunctionCall call = FunctionCall.withoutInputs(field.function());
        if (field.result() instanceof ComputedFieldModel.Rows rows) {
            return new Filter.Computed(call, rows.table(), object(tracked(rows.table()), value));
        }
        PgType type = ((ComputedFieldModel.Value) field.result()).type();
        Compared left = new Compared.OfCall(field.name(), call, type);
        return new ComparisonReader(this, table, left).read(value);
    }
}
