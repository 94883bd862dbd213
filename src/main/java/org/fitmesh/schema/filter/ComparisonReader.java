package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.TableModel;

/**
 * Reads what a permission says of one value of the row: {@code {_eq: …, _ceq: …}} or a bare value.
 */
record ComparisonReader(FilterReader filters, TableModel table, Compared left) {
    private static final Map<String, ComparisonOperator> COLUMN_OPERATORS =
            Map.of(
                    "_ceq", ComparisonOperator.EQ,
                    "_cne", ComparisonOperator.NEQ,
                    "_cneq", ComparisonOperator.NEQ,
                    "_cgt", ComparisonOperator.GT,
                    "_clt", ComparisonOperator.LT,
                    "_cgte", ComparisonOperator.GTE,
                    "_clte", ComparisonOperator.LTE);

    /** Hasura's metadata names the type of PostgreSQL, a client the one of GraphQL. */
    private static final Set<String> TEXTS = Set.of("text", "String");

    Filter read(JsonNode value) throws FilterException {
        if (left.type().equals(PgType.builtIn("json"))) {
            throw new FilterException("JSON column can not be part of boolean expression");
        }
        if (!value.isObject()) {
            return value.isNull() ? isNull(true) : compare(ComparisonOperator.EQ, value);
        }
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            parts.add(operator(entry.getKey(), entry.getValue()));
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter operator(String key, JsonNode value) throws FilterException {
        String name = name(key);
        ComparisonOperator ofColumns = COLUMN_OPERATORS.get(name);
        if (ofColumns != null) {
            return new Filter.Compare(
                    left, ofColumns, new ColumnOperand(filters, table, left).read(value));
        }
        return name.equals("_cast")
                ? cast(value)
                : compare(operator(left.valueType(), name), value);
    }

    /** The operator of that name; Hasura has none of texts for a column of an enum. */
    private ComparisonOperator operator(ValueType type, String name) throws FilterException {
        return ComparisonOperator.named(name)
                .filter(o -> ComparisonOperator.of(type.type()).contains(o))
                .filter(
                        o ->
                                type.values().isEmpty()
                                        || o.operand() != ComparisonOperator.Operand.PATTERN)
                .orElseThrow(
                        () ->
                                new FilterException(
                                        ErrorCode.UNEXPECTED_PAYLOAD,
                                        "'" + name + "' is no operator of column " + left.name()));
    }

    /** Permissions also take a dollar sign for the underscore, and {@code _ne}. */
    private static String name(String key) {
        String name = key.startsWith("$") ? "_" + key.substring(1) : key;
        return name.equals("_ne") ? "_neq" : name;
    }

    /**
     * In a permission null equals null, as in Hasura, where the column may be null; a client has
     * {@code _is_null} for that.
     */
    private Filter compare(ComparisonOperator operator, JsonNode value) throws FilterException {
        boolean equality = operator == ComparisonOperator.EQ || operator == ComparisonOperator.NEQ;
        return equality && value.isNull() && left.nullable()
                ? isNull(operator == ComparisonOperator.EQ)
                : new Filter.Compare(left, operator, literal(left.valueType(), operator, value));
    }

    private Filter isNull(boolean wanted) throws FilterException {
        ComparisonOperator operator = ComparisonOperator.IS_NULL;
        JsonNode value = BooleanNode.valueOf(wanted);
        return new Filter.Compare(left, operator, literal(left.valueType(), operator, value));
    }

    private Operand literal(ValueType type, ComparisonOperator operator, JsonNode value)
            throws FilterException {
        try {
            return filters.literals().of(type, operator, value);
        } catch (FilterException e) {
            throw new FilterException(e.code(), "column '" + left.name() + "': " + e.getMessage());
        }
    }

    private Filter cast(JsonNode value) throws FilterException {
        if (!value.isObject()) {
            throw new FilterException("expected an object for '_cast', but found " + value);
        }
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> target : value.properties()) {
            if (!left.type().name().equals("jsonb") || !TEXTS.contains(target.getKey())) {
                throw new FilterException(
                        "cannot cast column of type \""
                                + left.type().name()
                                + "\" to type \""
                                + target.getKey()
                                + '"');
            }
            parts.addAll(asText(target.getValue()));
        }
        return new Filter.All(parts);
    }

    private List<Filter> asText(JsonNode comparisons) throws FilterException {
        if (!comparisons.isObject()) {
            return List.of(asText(ComparisonOperator.EQ, comparisons));
        }
        List<Filter> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : comparisons.properties()) {
            ComparisonOperator operator = operator(ValueType.TEXT, name(entry.getKey()));
            parts.add(asText(operator, entry.getValue()));
        }
        return parts;
    }

    private Filter asText(ComparisonOperator operator, JsonNode value) throws FilterException {
        return new Filter.CompareAsText(left, operator, literal(ValueType.TEXT, operator, value));
    }
}
