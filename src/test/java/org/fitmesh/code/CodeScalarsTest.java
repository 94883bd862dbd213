package org.fitmesh.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.fitmesh.code.sample.Scalars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeScalarsTest {
    private static final Sample SAMPLE = Sample.of(Scalars.class);

    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid           | \"" + ID + "\"                       | \"" + ID + "\"",
                "date           | \"2024-02-29\"                       | \"2024-02-29\"",
                "sqlDate        | \"2024-02-29\"                       | \"2024-02-29\"",
                "offsetDateTime | \"2024-02-29T10:00:00+02:00\"        | \"2024-02-29T10:00:00+02:00\"",
                "offsetDateTime | \"2024-02-29 10:00:00.5+02\"         | \"2024-02-29T10:00:00.5+02:00\"",
                "instant        | \"2024-02-29T10:00:00+02:00\"        | \"2024-02-29T08:00:00+00:00\"",
                "instant        | \"2024-02-29\"                       | \"2024-02-29T00:00:00+00:00\"",
                "zonedDateTime  | \"2024-02-29T10:00:00Z\"             | \"2024-02-29T10:00:00+00:00\"",
                "localDateTime  | \"2024-02-29T10:00:00\"              | \"2024-02-29T10:00:00\"",
                "localTime      | \"10:00\"                            | \"10:00:00\"",
                "offsetTime     | \"10:00:00+02\"                      | \"10:00:00+02\"",
                "primitiveLong  | 9223372036854775807                  | 9223372036854775807",
                "primitiveLong  | \"9223372036854775807\"              | 9223372036854775807",
                "wrappedLong    | null                                 | null",
                "bigInteger     | 123456789012345678901234567890       | 123456789012345678901234567890",
                "primitiveShort | -32768                               | -32768",
                "bigDecimal     | 1.10                                 | 1.10",
                "bigDecimal     | \"12345678901234567890.123456789\"   | 12345678901234567890.123456789",
                "primitiveDouble| 0.1                                  | 0.1",
                "primitiveDouble| 3                                    | 3.0",
                "primitiveFloat | 0.1                                  | 0.1",
                "primitiveInt   | 2147483647                           | 2147483647",
                "flag           | true                                 | true",
                "letter         | \"x\"                                | \"x\"",
                "duration       | \"PT90M\"                            | \"PT1H30M\"",
                "period         | \"P1Y2M\"                            | \"P1Y2M\"",
                "textId         | \"a\"                                | \"a\"",
                "longId         | \"5\"                                | \"5\"",
                "uuidId         | \"" + ID + "\"                       | \"" + ID + "\"",
                "longs          | [1,\"2\",null]                       | [1,2,null]",
                "longArray      | [1,2]                                | [1,2]",
                "nested         | [[\"" + ID + "\"],[]]                | [[\"" + ID + "\"],[]]",
                "optional       | \"" + ID + "\"                       | \"" + ID + "\"",
                "optional       | null                                 | null",
                "formatted      | \"29.02.2024\"                       | \"29.02.2024\"",
                "jsonArray      | [1,\"a\",null,[true],1.50]           | [1,\"a\",null,[true],1.50]",
                "jsonValue      | \"text\"                             | \"text\"",
                "jsonValue      | 1.0                                  | 1.0",
            })
    void literalsAndVariables(String field, String given, String answered) {
        String expected = "{\"v\":" + answered + "}";

        assertThat(SAMPLE.ask("{v: " + field + "(v: " + given + ")}")).isEqualTo(expected);
        assertThat(asVariable(field, given)).isEqualTo(expected);
    }

    @Test
    void jsonIsALiteralOrAVariableOrHasVariablesInside() {
        String json = "{\"a\":[1,{\"b\":null}],\"c\":\"d\"}";
        for (String field : new String[] {"jsonObject", "jackson"}) {
            String expected = "{\"" + field + "\":" + json + "}";
            assertThat(SAMPLE.ask("{" + field + "(v: {a: [1, {b: null}], c: \"d\"})}"))
                    .isEqualTo(expected);
            assertThat(
                            SAMPLE.ask(
                                    "query($v: jsonb) {" + field + "(v: $v)}",
                                    "{\"v\": " + json + "}"))
                    .isEqualTo(expected);
            assertThat(
                            SAMPLE.ask(
                                    "query($d: String) {"
                                            + field
                                            + "(v: {a: [1, {b: null}], c: $d})}",
                                    "{\"d\": \"d\"}"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void inputObjectsMayHoldThemAll() {
        String given =
                """
                {"uuid":"%s","date":"2024-02-29","offsetDateTime":"2024-02-29T10:00:00+02:00",
                "instant":"2024-02-29T10:00:00+02:00","localDateTime":"2024-02-29T10:00:00",
                "localTime":"10:00:00","bigint":"9223372036854775807","smallint":-5,
                "numeric":"12345678901234567890.10","number":0.1,"json":{"a":[1.50,null]},
                "duration":"PT1H","longs":[1,"2"],"level":"HARD","renamed":"x","inner":{"smallint":1,
                "number":2,"bigint":1}}"""
                        .formatted(ID);
        String fields =
                "{uuid date offsetDateTime instant localDateTime localTime bigint smallint numeric"
                        + " number json duration longs level renamed inner {bigint uuid}}";
        String expected =
                """
                {"uuid":"%s","date":"2024-02-29","offsetDateTime":"2024-02-29T10:00:00+02:00",\
                "instant":"2024-02-29T08:00:00+00:00","localDateTime":"2024-02-29T10:00:00",\
                "localTime":"10:00:00","bigint":9223372036854775807,"smallint":-5,\
                "numeric":12345678901234567890.10,"number":0.1,"json":{"a":[1.50,null]},\
                "duration":"PT1H","longs":[1,2],"level":"HARD","renamed":"x",\
                "inner":{"bigint":1,"uuid":null}}"""
                        .formatted(ID);

        assertThat(
                        SAMPLE.ask(
                                "query($v: EverythingInput) {v: everything(v: $v) " + fields + "}",
                                "{\"v\": " + given + "}"))
                .isEqualTo("{\"v\":" + expected + "}");
        assertThat(
                        SAMPLE.ask(
                                "query($v: [EverythingInput]) {v: everythings(v: $v) "
                                        + fields
                                        + "}",
                                "{\"v\": [" + given + "]}"))
                .isEqualTo("{\"v\":[" + expected + "]}");
    }

    @Test
    void aDefaultValueStandsForWhatIsMissing() {
        assertThat(SAMPLE.ask("{primitiveInt}")).isEqualTo("{\"primitiveInt\":7}");
    }

    @Test
    void aMapIsAListOfEntries() {
        assertThat(SAMPLE.ask("{counts {key value}}"))
                .isEqualTo("{\"counts\":[{\"key\":\"a\",\"value\":1}]}");
        assertThat(SAMPLE.ask("{counts(key: [\"b\"]) {key}}")).isEqualTo("{\"counts\":[]}");
    }

    private static String asVariable(String field, String given) {
        String type =
                SAMPLE.model().queries().get(field).definition().arguments().get("v").type() + "";
        return SAMPLE.ask(
                "query($v: " + type + ") {v: " + field + "(v: $v)}", "{\"v\": " + given + "}");
    }
}
