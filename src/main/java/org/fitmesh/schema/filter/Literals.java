package org.fitmesh.schema.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.table.ComparisonOperator;

/**
 * What the metadata compares with, or sets a column to. Each value is held to its type, as Hasura
 * does when it reads the metadata: what no row can be compared with would else fail each request.
 *
 * @param namesSession whether a text may name a session variable
 */
public record Literals(boolean namesSession) {
    /** Of the metadata. */
    public static final Literals OF_METADATA = new Literals(true);

    /** Of a command: a text is that text. */
    static final Literals OF_COMMAND = new Literals(false);

    /**
     * The value of a preset.
     *
     * @throws FilterException when the column cannot have it
     */
    public Operand of(Column column, JsonNode value) throws FilterException {
        return single(value, ValueType.of(column));
    }

    /** The right side of a comparison. */
    Operand of(ValueType left, ComparisonOperator operator, JsonNode value) throws FilterException {
        return switch (operator.operand()) {
            case SAME, PATTERN -> single(value, left);
            case LIST -> list(value, left);
            case NULL_TEST -> nullTest(value);
            case TEXT, JSONPATH, LQUERY, LTXTQUERY -> single(value, ValueType.TEXT);
            case TEXT_LIST, LQUERY_LIST -> list(value, ValueType.TEXT);
        };
    }

    private static Operand nullTest(JsonNode value) throws FilterException {
        if (!value.isBoolean()) {
            throw new FilterException(TypedValue.mismatch("Bool", "Boolean", value));
        }
        return given(value);
    }

    private Operand single(JsonNode value, ValueType type) throws FilterException {
        Optional<Operand> session = sessionVariable(value);
        if (session.isPresent()) {
            return session.get();
        }
        check(value, type);
        return given(value);
    }

    private Operand list(JsonNode value, ValueType type) throws FilterException {
        Optional<Operand> session = sessionVariable(value);
        if (session.isPresent()) {
            return session.get();
        }
        if (!value.isArray()) {
            throw new FilterException(TypedValue.mismatch("[]", "Array", value));
        }
        for (JsonNode element : value) {
            check(element, type);
        }
        return given(value);
    }

    private static void check(JsonNode value, ValueType type) throws FilterException {
        Optional<String> fault = TypedValue.fault(value, type.type());
        if (fault.isPresent()) {
            throw new FilterException(fault.get());
        }
        Set<String> values = type.values().map(v -> v.values().keySet()).orElse(Set.of());
        boolean known = type.values().isEmpty() || values.contains(value.asText());
        if (!known && !value.isNull()) {
            throw new FilterException(
                    "expected one of the values "
                            + values
                            + " for type "
                            + type.name()
                            + ", but found "
                            + value);
        }
    }

    /** A string that starts with {@code x-hasura-}, in any case, or Hasura's oldest name of one. */
    private Optional<Operand> sessionVariable(JsonNode value) {
        if (!namesSession) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.asText().toLowerCase(Locale.ROOT) : "";
        if (text.equals("req_user_id")) {
            return Optional.of(new Operand.SessionVariable("x-hasura-user-id"));
        }
        return text.startsWith("x-hasura-")
                ? Optional.of(new Operand.SessionVariable(text))
                : Optional.empty();
    }

    private static Operand given(JsonNode value) {
        return new Operand.Given(new ValueSource.Constant(value), ErrorPath.ROOT);
    }
}
