package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.graphql.operation.VariableShape;
import org.fitmesh.schema.RoleSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plan is kept for all requests of one shape: it must not depend on a value. */
class StableTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ROUNDS = 20;

    @RegisterExtension static final KitchenDatabase database = new KitchenDatabase();

    private final Random random = new Random(20_26);

    @Test
    void equalShapesGiveEqualStatements() throws IOException {
        Set<String> compared = new HashSet<>();
        for (Path file : SqlCase.files()) {
            for (SqlCase c : SqlCase.in(file)) {
                for (int i = 0; i < ROUNDS && !c.variables().isEmpty(); i++) {
                    compare(c, compared);
                }
            }
        }
        // else the loop proves nothing
        assertThat(compared).hasSizeGreaterThan(20);
    }

    private void compare(SqlCase c, Set<String> compared) {
        RoleSchema schema = c.schema(database);
        ObjectNode others = (ObjectNode) other(c.variables());
        if (!shape(c, schema, others).equals(shape(c, schema, c.variables()))) {
            return;
        }
        assertThat(SqlCase.compiled(c.plan(schema, others)))
                .as("%s with %s", c.name(), others)
                .isEqualTo(SqlCase.compiled(c.plan(schema)));
        if (!others.equals(c.variables())) {
            compared.add(c.name());
        }
    }

    private static VariableShape shape(SqlCase c, RoleSchema schema, ObjectNode variables) {
        ParsedDocument document = c.document();
        return document.shape(schema.types(), Optional.empty(), variables);
    }

    /** Other values of the same kinds, some lists longer or shorter; sometimes the same. */
    private JsonNode other(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JSON.objectNode();
            value.properties().forEach(e -> object.set(e.getKey(), other(e.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode list = JSON.arrayNode();
            value.forEach(element -> list.add(other(element)));
            if (!list.isEmpty() && random.nextInt(4) == 0) {
                list.add(other(value.get(0)));
            }
            return list;
        }
        if (random.nextInt(4) == 0) {
            return value;
        }
        if (value.isTextual()) {
            return JSON.textNode("t" + random.nextInt(100));
        }
        if (value.isBoolean()) {
            return JSON.booleanNode(random.nextBoolean());
        }
        return value.isIntegralNumber() ? JSON.numberNode(random.nextInt(100)) : value;
    }
}
