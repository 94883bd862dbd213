package org.fitmesh.graphql.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.Sdl;
import org.fitmesh.graphql.type.TypeSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VariableShapeTest {
    private static final TypeSystem TYPES = Sdl.schema();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> tellsRequestsApart() {
        return Cases.of("shapes.yaml", VariableShapeTest::compare);
    }

    private static void compare(JsonNode c) {
        ParsedDocument document = parse(c.get("query").textValue());
        VariableShape one = shape(document, Cases.variables(c, "one"));
        VariableShape other = shape(document, Cases.variables(c, "other"));
        assertThat(one.equals(other))
                .as(one + " and " + other)
                .isEqualTo(c.get("same").booleanValue());
    }

    @Test
    void isOneConstantWithoutVariables() {
        assertThat(shape(parse("{ me { id } }"), JSON.objectNode())).isSameAs(VariableShape.NONE);
    }

    /** Random variables, right and wrong: whenever two have one shape, so have their outcomes. */
    @Test
    void equalShapesGiveEqualOperations() {
        ParsedDocument document =
                parse(
                        """
                        query ($l: Int, $o: Int = 3, $ids: [Int!], $w: users_bool_exp, $s: Stage,
                               $ob: [users_order_by!], $j: jsonb, $m: [[Int!]!], $b: Boolean = true) {
                          users(limit: $l, offset: $o, where: {_and: [$w, {id: {_in: $ids}}, {payload: {_contains: {a: $j}}}]}, order_by: $ob) {
                            id
                            name @include(if: $b)
                          }
                          workouts(stage: $s, matrix: $m) { title }
                        }
                        """
                                .replace("[$w,", "[{_not: $w},"));
        Random random = new Random(20_24);
        Map<VariableShape, Object> outcomes = new HashMap<>();
        int repeated = 0;
        int read = 0;
        for (int i = 0; i < 40_000; i++) {
            ObjectNode variables = randomVariables(random);
            Object outcome = outcome(document, variables);
            read += outcome instanceof Operation ? 1 : 0;
            Object known = outcomes.putIfAbsent(shape(document, variables), outcome);
            repeated += known == null ? 0 : 1;
            if (known != null) {
                assertThat(outcome).as(variables.toString()).isEqualTo(known);
            }
        }
        // Else the loop proves nothing.
        assertThat(repeated).isGreaterThan(5_000);
        assertThat(read).isGreaterThan(5_000);
    }

    private static Object outcome(ParsedDocument document, ObjectNode variables) {
        try {
            return document.operation(TYPES, Optional.empty(), variables);
        } catch (RequestException e) {
            // The values of wrong variables are part of the message.
            return "refused";
        }
    }

    private static ObjectNode randomVariables(Random random) {
        ObjectNode variables = JSON.objectNode();
        put(random, variables, "l", number(random));
        put(random, variables, "o", random.nextInt(4) == 0 ? text(random) : number(random));
        put(random, variables, "ids", list(random, 0));
        put(random, variables, "s", text(random));
        put(random, variables, "j", random.nextBoolean() ? list(random, 1) : text(random));
        put(random, variables, "m", list(random, 1));
        put(random, variables, "b", JSON.booleanNode(random.nextBoolean()));
        put(random, variables, "w", condition(random, 1));
        put(random, variables, "ob", JSON.objectNode().put("id", "asc"));
        return variables;
    }

    private static void put(Random random, ObjectNode variables, String name, JsonNode value) {
        int choice = random.nextInt(12);
        if (choice < 4) {
            variables.set(name, value);
        } else if (choice == 4) {
            variables.set(name, JSON.nullNode());
        } else if (choice == 5 && random.nextInt(8) == 0) {
            variables.set(name, JSON.booleanNode(true));
        }
    }

    private static JsonNode condition(Random random, int levels) {
        ObjectNode condition = JSON.objectNode();
        put(random, condition, "id", JSON.objectNode().set("_in", list(random, 0)));
        put(random, condition, "name", JSON.objectNode().set("_eq", text(random)));
        if (levels > 0) {
            put(random, condition, "_not", condition(random, levels - 1));
            put(random, condition, "_and", JSON.arrayNode().add(condition(random, levels - 1)));
        }
        return condition;
    }

    private static JsonNode list(Random random, int levels) {
        if (random.nextInt(8) == 0) {
            return number(random);
        }
        var list = JSON.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(levels > 0 ? list(random, levels - 1) : number(random));
        }
        return list;
    }

    private static JsonNode number(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> JSON.numberNode(3_000_000_000L);
            case 1 -> JSON.numberNode(1.5);
            case 2 -> JSON.numberNode(-1);
            case 3 -> JSON.numberNode(2.0);
            case 4 -> JSON.numberNode(1e300);
            default -> JSON.numberNode(random.nextInt(100));
        };
    }

    private static JsonNode text(Random random) {
        List<String> texts = List.of("DRAFT", "PUBLISHED", "x", "12", "99999999999999999999", "");
        return JSON.textNode(texts.get(random.nextInt(texts.size())));
    }

    private static ParsedDocument parse(String text) {
        return ParsedDocument.parse(text, DocumentLimits.DEFAULT);
    }

    private static VariableShape shape(ParsedDocument document, ObjectNode variables) {
        return document.shape(TYPES, Optional.empty(), variables);
    }
}
