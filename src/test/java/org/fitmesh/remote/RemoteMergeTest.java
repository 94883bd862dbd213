package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.junit.jupiter.api.Test;

class RemoteMergeTest {
    private static final TypeSystem TABLES = TestTypes.tables();

    private static RemoteSchema remote(String name, String sdl) {
        return new RemoteSchema(
                new RemoteSchemaDefinition(
                        name,
                        new ConfiguredValue.Literal("http://localhost/"),
                        List.of(),
                        false,
                        Duration.ofSeconds(1)),
                TestTypes.read(sdl));
    }

    private static List<String> fields(TypeSystem types, String object) {
        return List.copyOf(((ObjectType) types.get(object)).fields().keySet());
    }

    @Test
    void addsRootFieldsToTheRootsUnderTheirOwnNames() {
        RemoteSchema hygraph = remote("hygraph", TestTypes.resource("hygraph.graphqls"));
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(hygraph));
        assertThat(merged.inconsistencies()).isEmpty();
        assertThat(fields(merged.types(), "query_root"))
                .containsExactly(
                        "users", "sessions", "workouts", "workout", "space", "spaces", "broken");
        assertThat(merged.types().mutationType()).contains("mutation_root");
        assertThat(fields(merged.types(), "mutation_root")).containsExactly("updateWorkout");
        assertThat(merged.types().types()).doesNotContainKeys("Query", "Mutation", "Node");
        assertThat(merged.queryFields())
                .containsEntry("workout", "hygraph")
                .doesNotContainKey("users");
        assertThat(merged.mutationFields()).isEqualTo(Map.of("updateWorkout", "hygraph"));
        IntrospectionReferences.check(merged.types());
        assertThat(fields(TABLES, "query_root")).containsExactly("users", "sessions");
    }

    @Test
    void equalTypesAreOneWhateverTheirDescriptions() {
        RemoteSchema one =
                remote(
                        "one",
                        "type Query { a: T } \"mine\" type T { x: Int y: [E!] } enum E { P Q }");
        RemoteSchema two =
                remote("two", "type Query { b: T } type T { y: [E!] x: Int } \"e\" enum E { Q P }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(one, two));
        assertThat(merged.inconsistencies()).isEmpty();
        assertThat(fields(merged.types(), "query_root"))
                .containsExactly("users", "sessions", "a", "b");
    }

    @Test
    void aClashWithTheTablesLeavesTheWholeRemoteOut() {
        RemoteSchema remote = remote("cms", "type Query { other: O users: Int } type O { x: Int }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(remote));
        assertThat(merged.types()).isEqualTo(TABLES);
        assertThat(merged.queryFields()).isEmpty();
        assertThat(merged.inconsistencies())
                .containsExactly(
                        new Inconsistency(
                                "remote_schema",
                                "cms",
                                "Field cannot be overwritten by remote field 'users'",
                                Cause.CLASHING));
    }

    @Test
    void aFieldOfAnotherRemoteStays() {
        RemoteSchema one =
                remote(
                        "one",
                        "schema { mutation: M query: Q } type Q { a: Int } type M { m: Int }");
        RemoteSchema two =
                remote(
                        "two",
                        "schema { mutation: M query: Q } type Q { b: Int } type M { m: Int }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(one, two));
        assertThat(merged.mutationFields()).isEqualTo(Map.of("m", "one"));
        assertThat(merged.inconsistencies())
                .containsExactly(
                        new Inconsistency(
                                "remote_schema",
                                "two",
                                "Duplicate remote field 'm'",
                                Cause.CLASHING));
    }

    @Test
    void aClashOfTypesNamesTheOtherRemote() {
        RemoteSchema one = remote("one", "type Query { a: T } type T { x: Int }");
        RemoteSchema two = remote("two", "type Query { b: T } type T { x: Int! }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(one, two));
        assertThat(merged.queryFields()).containsOnlyKeys("a");
        assertThat(merged.inconsistencies())
                .singleElement()
                .extracting(Inconsistency::reason)
                .isEqualTo(
                        "the type \"T\" of remote schema \"two\" clashes with the one of remote"
                                + " schema \"one\"; rename one of them");
    }

    @Test
    void aRootThatIsReferredToStays() {
        RemoteSchema relay =
                remote("relay", "type Query { node: Payload } type Payload { query: Query }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(relay));
        assertThat(merged.types().types()).containsKey("Query");
        IntrospectionReferences.check(merged.types());
    }

    @Test
    void takesTheRootOfAnotherHasura() {
        RemoteSchema other =
                remote(
                        "other",
                        "schema { query: query_root } type query_root { again: query_root }");
        RemoteMerge.Result merged = RemoteMerge.merge(TABLES, List.of(other));
        assertThat(merged.inconsistencies()).isEmpty();
        assertThat(fields(merged.types(), "query_root"))
                .containsExactly("users", "sessions", "again");
    }

    @Test
    void thePlaceholderOfAnEmptyRootGoes() {
        TypeSystem empty =
                TestTypes.read(
                        "schema { query: query_root } type query_root { no_queries_available: String }");
        RemoteMerge.Result merged =
                RemoteMerge.merge(empty, List.of(remote("one", "type Query { a: Int }")));
        assertThat(fields(merged.types(), "query_root")).containsExactly("a");
    }
}
