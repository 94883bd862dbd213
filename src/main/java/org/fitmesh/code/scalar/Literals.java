package org.fitmesh.code.scalar;

import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Literals of GraphQL, and the values that they stand for. */
final class Literals {
    private Literals() {}

    /** What the variable of the same value would hold; variables inside are replaced. */
    static Object value(Value<?> literal, CoercedVariables variables) {
        if (literal instanceof StringValue text) {
            return text.getValue();
        }
        if (literal instanceof IntValue number) {
            return number.getValue();
        }
        if (literal instanceof FloatValue number) {
            return number.getValue();
        }
        if (literal instanceof BooleanValue flag) {
            return flag.isValue();
        }
        if (literal instanceof EnumValue name) {
            return name.getName();
        }
        if (literal instanceof VariableReference reference) {
            return variables.get(reference.getName());
        }
        return literal instanceof ArrayValue list ? list(list, variables) : map(literal, variables);
    }

    private static List<Object> list(ArrayValue literal, CoercedVariables variables) {
        List<Object> list = new ArrayList<>();
        literal.getValues().forEach(element -> list.add(value(element, variables)));
        return list;
    }

    /** Null for the literal {@code null}, which is all that is left. */
    private static Map<String, Object> map(Value<?> literal, CoercedVariables variables) {
        if (!(literal instanceof ObjectValue object)) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            map.put(field.getName(), value(field.getValue(), variables));
        }
        return map;
    }

    /** The literal of a value of maps, lists, strings, numbers and booleans. */
    static Value<?> of(Object value) {
        if (value == null) {
            return NullValue.of();
        }
        if (value instanceof Boolean flag) {
            return BooleanValue.of(flag);
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        if (value instanceof Collection<?> list) {
            List<Value> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element)));
            return new ArrayValue(elements);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectValue.Builder object = ObjectValue.newObjectValue();
            map.forEach((key, of) -> object.objectField(field(key, of)));
            return object.build();
        }
        return StringValue.of(value.toString());
    }

    private static ObjectField field(Object name, Object value) {
        return ObjectField.newObjectField().name(name.toString()).value(of(value)).build();
    }

    private static Value<?> number(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() < 40;
        BigInteger integer = whole ? number.toBigInteger() : BigInteger.ZERO;
        return whole
                ? IntValue.newIntValue(integer).build()
                : FloatValue.newFloatValue(number).build();
    }
}
