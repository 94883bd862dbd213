package org.fitmesh.graphql.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.Sdl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLimitsTest {
    private static final String TOO_DEEP = "the query is nested deeper than 100 levels";

    @Test
    void readsTheDeepestThatIsAllowed() {
        assertThat(parse(nested(100))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 2_000, 100_000})
    void refusesDeeperSelections(int levels) {
        assertThat(refusal(nested(levels))).isEqualTo(TOO_DEEP);
    }

    @Test
    void readsDeeperOnesWhereTheLimitsSaySo() {
        DocumentLimits limits = DocumentLimits.DEFAULT.withMaxDepth(300);
        assertThat(ParsedDocument.parse(nested(300), limits)).isNotNull();
    }

    @Test
    void refusesDeepValues() {
        assertThat(refusal("{ a(b: " + "[".repeat(100_000) + "]".repeat(100_000) + ") }"))
                .isEqualTo(TOO_DEEP);
        assertThat(refusal("{ a(b: " + "{c:".repeat(60_000) + "1" + "}".repeat(60_000) + ") }"))
                .isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesDeepTypes() {
        assertThat(
                        refusal(
                                "query ($a: "
                                        + "[".repeat(90_000)
                                        + "A"
                                        + "]".repeat(90_000)
                                        + ") { a }"))
                .isEqualTo(TOO_DEEP);
    }

    @Test
    void readsManyTypesOfTheGreatestDepth() {
        StringBuilder text = new StringBuilder("query (");
        for (int i = 0; i < 4_000; i++) {
            text.append("$a").append(i).append(":" + "[".repeat(16) + "A" + "]".repeat(16));
        }
        assertThat(parse(text.append(") { a }").toString())).isNotNull();
    }

    @Test
    void bracketsAndDigitsInTextsAndCommentsDoNotCount() {
        String many = "[".repeat(2_000) + "1".repeat(2_000);
        String text =
                "{ a(b: \"" + many + "\\\"[[\", c: \"\"\"" + many + "\\\"\"\"[\"\"\") }#" + many;
        assertThat(parse(text)).isNotNull();
    }

    @Test
    void refusesDeepInlineFragments() {
        assertThat(refusal("{" + "...{".repeat(5_000) + "a" + "}".repeat(5_000) + "}"))
                .isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesDepthThatFragmentsHide() {
        StringBuilder text = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < 11; i++) {
            text.append("fragment f").append(i).append(" on a {").append("a{".repeat(10));
            text.append(i < 10 ? "...f" + (i + 1) : "a").append("}".repeat(11));
        }
        assertThat(refusal(text.toString())).isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesLongChainsOfFragments() {
        StringBuilder text = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < 10_000; i++) {
            text.append("fragment f").append(i).append(" on a {...f").append(i + 1).append("}");
        }
        assertThat(refusal(text.append("fragment f10000 on a {a}").toString())).isEqualTo(TOO_DEEP);
    }

    @Test
    void refusesFragmentBombs() {
        StringBuilder text = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < 60; i++) {
            String next = "...f" + (i + 1) + " ";
            text.append("fragment f").append(i).append(" on a {").append(next + next).append("}");
        }
        assertThat(refusal(text.append("fragment f60 on a {a}").toString()))
                .isEqualTo("the query selects more than 20000 fields");
    }

    @Test
    void refusesManyTokens() {
        assertThat(refusal("{" + "a ".repeat(250_000) + "}"))
                .isEqualTo("the query has more than 200000 tokens");
    }

    @Test
    void refusesLongTexts() {
        assertThat(refusal("{a(b:\"" + "x".repeat(1_000_000) + "\")}"))
                .isEqualTo("the query is longer than 1000000 characters");
    }

    @Test
    void refusesLongNumbersBeforeReadingThem() {
        assertThat(refusal("{a(b: " + "9".repeat(900_000) + ")}"))
                .isEqualTo("a number has more than 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%s: a}",
                "{%s}",
                "{a(%s: 1)}",
                "{a(b: {%s: 1})}",
                "{a(b: [\"\"%s])}",
                "{a @%s}",
                "{...%s}",
                "query ($%s: A) {a}",
                "query %s {a}"
            })
    void refusesLongNames(String text) {
        assertThat(refusal(text.formatted("aZ_9".repeat(250) + "b")))
                .isEqualTo("a name is longer than 1000 characters");
    }

    @Test
    void readsTheLongestNamesAndLongerTexts() {
        String name = "aZ_9".repeat(250);
        String text =
                "{%s: %s(%s: \"x%s\"b: 1) #%s\n%s}".formatted(name, name, name, name, name, name);
        assertThat(parse(text)).isNotNull();
    }

    @Test
    void refusesDeepVariables() {
        JsonNode value = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 101; i++) {
            value = JsonNodeFactory.instance.objectNode().set("_not", value);
        }
        ObjectNode variables = JsonNodeFactory.instance.objectNode().set("w", value);
        ParsedDocument document = parse("query ($w: users_bool_exp) { users(where: $w) { id } }");
        RequestException e =
                catchThrowableOfType(
                        RequestException.class,
                        () -> document.operation(Sdl.schema(), Optional.empty(), variables));
        assertThat(e).hasMessage("the value is nested deeper than 100 levels");
    }

    @Test
    void survivesASmallStack() throws InterruptedException {
        DocumentLimits limits = DocumentLimits.DEFAULT.withMaxDepth(1_000);
        String[] message = new String[1];
        Thread small =
                new Thread(
                        null,
                        () -> message[0] = refusal(nested(1_000), limits),
                        "small stack",
                        256 * 1024);
        small.start();
        small.join();
        assertThat(message[0]).isEqualTo("the query is nested deeper than 1000 levels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_and: [{}, {}, {}, {}, {}, {}, {}, {}]}",
                "{id: {_in: [1, 2, 3, 4, 5, 6, 7, 8]}}",
                "{payload: {_contains: {a: [1, 2, 3, 4, 5, 6, 7, 8]}}}",
                "$w",
                "{id: {_in: $i}}"
            })
    void refusesValuesThatFragmentsAndVariablesMultiply(String where) {
        StringBuilder text =
                new StringBuilder("query ($w: users_bool_exp, $i: [Int!]) { a: users { id } ");
        for (int i = 0; i < 20; i++) {
            text.append("a").append(i).append(": users(where: ").append(where).append(") { id } ");
        }
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("w").putObject("id").put("_eq", 1).put("_gt", 2).put("_in", 3);
        for (int i = 0; i < 50; i++) {
            variables.withArray("i").add(i);
        }
        // a value for one that stands nowhere is refused before
        variables.retain(List.of("w", "i").stream().filter(v -> where.contains("$" + v)).toList());
        ParsedDocument document =
                ParsedDocument.parse(
                        text.append("}").toString(), DocumentLimits.DEFAULT.withMaxValues(90));
        RequestException e =
                catchThrowableOfType(
                        RequestException.class,
                        () -> document.operation(Sdl.schema(), Optional.empty(), variables));
        assertThat(e).hasMessage("the arguments of the query contain more than 90 values");
    }

    @Test
    void refusesADepthThatNoStackBears() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentLimits.DEFAULT.withMaxDepth(1_001));
    }

    private static String nested(int levels) {
        return "{a".repeat(levels) + "}".repeat(levels);
    }

    private static ParsedDocument parse(String text) {
        return ParsedDocument.parse(text, DocumentLimits.DEFAULT);
    }

    private static String refusal(String text) {
        return refusal(text, DocumentLimits.DEFAULT);
    }

    private static String refusal(String text, DocumentLimits limits) {
        RequestException e =
                catchThrowableOfType(
                        RequestException.class, () -> ParsedDocument.parse(text, limits));
        assertThat(e.path().text()).isEqualTo("$.query");
        return e.getMessage();
    }
}
