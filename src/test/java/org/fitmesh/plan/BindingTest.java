package org.fitmesh.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.PgType;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.filter.Operand;
import org.junit.jupiter.api.Test;

class BindingTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void takesValuesFromWhereverTheyAre() {
        ObjectNode variables = JSON.objectNode();
        variables.putObject("where").putArray("ids").add(7).add(8);
        Binding binding = new Binding(variables, Map.of("x-hasura-user-id", "ann"));

        String[] values =
                binding.values(
                        List.of(
                                given(new ValueSource.Constant(JSON.textNode("a"))),
                                given(new ValueSource.Variable("where", List.of("ids", "1"))),
                                given(new ValueSource.Variable("missing", List.of())),
                                new Parameter.Value(
                                        new Operand.SessionVariable("x-hasura-user-id"),
                                        Encoding.TEXT),
                                new Parameter.WrittenRows(),
                                rows(new ValueSource.Variable("where", List.of("ids", "0")))),
                        "[{}]");

        assertThat(values).containsExactly("a", "8", null, "ann", "[{}]", "[{\"id\":\"7\"}]");
    }

    @Test
    void refusesAMissingSessionVariable() {
        Binding binding = new Binding(JSON.objectNode(), Map.of("x-hasura-role", "user"));
        Parameter parameter =
                new Parameter.Value(new Operand.SessionVariable("x-hasura-user-id"), Encoding.TEXT);

        assertThatThrownBy(() -> binding.values(List.of(parameter), null))
                .isInstanceOf(RequestException.class)
                .hasMessage("missing session variable: \"x-hasura-user-id\"");
    }

    @Test
    void writesTheWholeSessionAsJson() {
        Binding binding = new Binding(JSON.objectNode(), Map.of("x-hasura-user-id", "a\"b"));

        String[] values = binding.values(List.of(new Parameter.SessionVariables()), null);

        assertThat(values).containsExactly("{\"x-hasura-user-id\":\"a\\\"b\"}");
    }

    @Test
    void refusesAValueOfTheWrongKindInARowThere() {
        Binding binding = new Binding(JSON.objectNode(), Map.of());
        Parameter rows =
                rows(
                        new ValueSource.Constant(JSON.numberNode(1)),
                        PgType.builtIn("text"),
                        ErrorPath.ROOT.key("there"));

        assertThatThrownBy(() -> binding.values(List.of(rows), null))
                .isInstanceOf(RequestException.class)
                .hasMessage("parsing Text failed, expected String, but encountered Number")
                .extracting(e -> ((RequestException) e).path().text())
                .isEqualTo("$.there");
    }

    private static Parameter given(ValueSource source) {
        return new Parameter.Value(new Operand.Given(source, ErrorPath.ROOT), Encoding.TEXT);
    }

    private static Parameter rows(ValueSource id) {
        return rows(id, PgType.builtIn("int4"), ErrorPath.ROOT);
    }

    private static Parameter rows(ValueSource id, PgType type, ErrorPath path) {
        return new Parameter.Rows(
                List.of(Map.of("id", new Operand.Given(id, path))), Map.of("id", type), List.of());
    }
}
