package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.ColumnEnum;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.filter.Compared;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ComparisonOperator;
import org.fitmesh.schema.table.ScalarNames;

/** Turns leaf inputs into operands. */
final class Operands {
    private Operands() {}

    /**
     * What a column is compared with: a scalar or the value of an enum, or a list of them.
     *
     * @throws RequestException validation-failed for a null, as Hasura answers it
     */
    static Operand required(Input input, Column column) {
        Optional<ColumnEnum> enumeration = column.enumeration();
        if (input instanceof Input.Null && enumeration.isPresent()) {
            throw unexpected(
                    "expected an enum value for type '"
                            + enumeration.get().name()
                            + "', but found null",
                    input);
        }
        if (input instanceof Input.ListInput names) {
            return new Operand.Given(list(names.elements()), names.path());
        }
        return required(input, column.effectiveType());
    }

    private static ValueSource list(List<Input> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> list.add(((Input.EnumName) name).name()));
        return new ValueSource.Constant(list);
    }

    /**
     * The operand of a comparison with that operator.
     *
     * @throws RequestException validation-failed for a null, as Hasura answers it
     */
    static Operand required(Input input, Compared left, ComparisonOperator operator) {
        if (input instanceof Input.Null && operator == ComparisonOperator.HAS_KEY) {
            // Hasura takes it, and no document has that key
            return Arguments.columnValue(input);
        }
        if (input instanceof Input.Null) {
            refuseNull(operator, input);
        }
        return left instanceof Compared.OfColumn column
                ? required(input, column.column())
                : required(input, left.type());
    }

    /** The same for a left side that is no column. */
    static Operand required(Input input, PgType type, ComparisonOperator operator) {
        if (input instanceof Input.Null) {
            refuseNull(operator, input);
        }
        return required(input, type);
    }

    /** What is refused whatever the type of the left side. */
    private static void refuseNull(ComparisonOperator operator, Input input) {
        switch (operator.operand()) {
            case NULL_TEST ->
                    throw unexpected(
                            "expected a boolean for type 'Boolean', but found null", input);
            case LIST, TEXT_LIST, LQUERY_LIST ->
                    throw unexpected("expected a list, but found null", input);
            case TEXT, JSONPATH -> required(input, PgType.builtIn("text"));
            case LQUERY -> required(input, PgType.builtIn("lquery"));
            case LTXTQUERY -> required(input, PgType.builtIn("ltxtquery"));
            case SAME, PATTERN -> {}
        }
    }

    /**
     * The operand of a comparison.
     *
     * @throws RequestException validation-failed for a null, as Hasura answers it
     */
    static Operand required(Input input, PgType type) {
        return Arguments.value(input)
                .orElseThrow(
                        () ->
                                unexpected(
                                        "unexpected null value for type '"
                                                + ScalarNames.of(type)
                                                + "'",
                                        input));
    }

    private static RequestException unexpected(String message, Input input) {
        return new RequestException(ErrorCode.VALIDATION_FAILED, message, input.path());
    }
}
