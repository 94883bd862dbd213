package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.EnumType;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RemoteIntrospectionTest {
    private static final TypeSystem TYPES = TestTypes.hygraph();

    @Test
    void knowsTheRoots() {
        assertThat(TYPES.queryType()).isEqualTo("Query");
        assertThat(TYPES.mutationType()).contains("Mutation");
        assertThat(TYPES.subscriptionType()).isEmpty();
    }

    @Test
    void leavesTheIntrospectionTypesOutAndKeepsTheScalars() {
        assertThat(TYPES.types().keySet()).noneMatch(name -> name.startsWith("__"));
        assertThat(TYPES.get("ID")).isInstanceOf(ScalarType.class);
    }

    @Test
    void readsFieldsWithArgumentsDefaultsAndDescriptions() {
        ObjectType query = (ObjectType) TYPES.get("Query");
        assertThat(query.description())
                .contains("The content model of Hasura Fit, as far as the tests need it.");
        var workout = query.fields().get("workout");
        assertThat(workout.description()).contains("One workout");
        assertThat(workout.arguments().keySet()).containsExactly("where", "stage");
        assertThat(workout.arguments().get("where").type()).hasToString("WorkoutWhereUniqueInput!");
        assertThat(workout.arguments().get("stage").defaultValue()).contains("PUBLISHED");
        assertThat(query.fields().get("workouts").type()).hasToString("[Workout!]!");
    }

    @Test
    void readsDeprecations() {
        ObjectType workout = (ObjectType) TYPES.get("Workout");
        assertThat(workout.fields().get("oldName").deprecation()).contains("use title");
        EnumType stage = (EnumType) TYPES.get("Stage");
        assertThat(stage.values().get("OLD").deprecation()).contains("No longer supported");
        assertThat(stage.values().get("DRAFT").deprecation()).isEmpty();
    }

    @Test
    void readsEveryKind() {
        assertThat(((UnionType) TYPES.get("Movement")).possibleTypes())
                .isEqualTo(Set.of("RepMovement", "DurationMovement"));
        assertThat(((InterfaceType) TYPES.get("Node")).fields()).containsOnlyKeys("id");
        InputObjectType update = (InputObjectType) TYPES.get("WorkoutUpdateInput");
        assertThat(update.fields().get("title").defaultValue()).contains("\"none\"");
        InputObjectType where = (InputObjectType) TYPES.get("WorkoutWhereInput");
        assertThat(where.fields().get("AND").type()).hasToString("[WorkoutWhereInput!]");
    }

    @TestFactory
    Stream<DynamicTest> answersThatAreNone() {
        return Cases.of("introspections.yaml", RemoteIntrospectionTest::refuses);
    }

    private static void refuses(JsonNode item) {
        byte[] reply = item.path("reply").asText().getBytes(StandardCharsets.UTF_8);
        RequestException e =
                catchThrowableOfType(
                        RequestException.class, () -> RemoteIntrospection.read("hygraph", reply));
        assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
        assertThat(e).hasMessage("remote schema \"hygraph\" " + item.path("message").asText());
    }
}
