package org.fitmesh.code.scalar;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** Maps and lists as JSON-P's values. */
final class JsonPValues {
    /** Kept: finding it costs Payara a look into all jars. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonPValues() {}

    static JsonValue of(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            map.forEach((key, member) -> object.add(key.toString(), of(member)));
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.forEach(element -> array.add(of(element)));
            return array.build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number ? number(number) : JSON.createValue(value.toString());
    }

    private static JsonValue number(Number number) {
        return number instanceof BigInteger integer
                ? JSON.createValue(integer)
                : JSON.createValue(new BigDecimal(number.toString()));
    }
}
