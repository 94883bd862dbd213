package org.fitmesh.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeAccess;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.code.CodeField;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.schema.code.CodeMerge;
import org.fitmesh.schema.code.CodeView;
import org.junit.jupiter.api.Test;

class CodeMergeTest {
    private static final String USER = "app.User";
    private static final TableName USERS = TableName.inPublic("users");
    private static final CodeMerge.Owners OWNERS =
            new CodeMerge.Owners(
                    Map.of("Workout", "hygraph"), Map.of("workouts", "hygraph"), Map.of());

    private static final TypeSystem SCHEMA =
            new TypeSystem(
                    types(
                            scalar("String"),
                            object(
                                    "query_root",
                                    field("users", listOf("users")),
                                    field("workouts", listOf("Workout"))),
                            object("users", field("id", named("String"))),
                            object("Workout", field("slug", named("String")))),
                    "query_root",
                    Optional.empty(),
                    Optional.empty());

    private static CodeModel model(Map<String, CodeField> queries, NamedType... more) {
        Map<String, NamedType> types = types(scalar("String"), scalar(USER));
        Arrays.stream(more).forEach(type -> types.put(type.name(), type));
        CodeField source = open(field("workout", named("Workout")));
        CodeEntity entity =
                new CodeEntity(
                        USER,
                        USERS,
                        List.of("id"),
                        types.containsKey("Workout") ? Map.of("workout", source) : Map.of(),
                        "_source_users");
        return new CodeModel(types, queries, Map.of(), Map.of(USER, entity), List.of());
    }

    private static CodeMerge.Result merge(String role, CodeModel model, boolean readsUsers) {
        Map<TableName, String> readable = readsUsers ? Map.of(USERS, "users") : Map.of();
        return CodeMerge.merge(
                CodeView.of(Set.of(role), model, readable), SCHEMA, OWNERS, "mutation_root");
    }

    @Test
    void entitiesAreTheTypesOfTheirTables() {
        CodeMerge.Result merged =
                merge("user", model(fields(open(field("me", named(USER))))), true);

        assertThat(merged.queries()).containsExactly("me");
        ObjectType root = (ObjectType) merged.types().get("query_root");
        assertThat(root.fields().get("me").type()).isEqualTo(named("users"));
        assertThat(merged.types().find(USER)).isEmpty();
    }

    @Test
    void whatLeadsToATableThatTheRoleMayNotReadIsNotThere() {
        CodeModel model =
                model(
                        fields(
                                open(field("me", named(USER))),
                                open(field("pair", named("pair"))),
                                open(field("only", named("only")))),
                        object("pair", field("n", named("String")), field("best", named(USER))),
                        object("only", field("inner", named("inner"))),
                        object("inner", field("best", listOf(USER))));
        CodeMerge.Result merged = merge("user", model, false);

        assertThat(merged.queries()).containsExactly("pair");
        assertThat(((ObjectType) merged.types().get("pair")).fields()).containsOnlyKeys("n");
        assertThat(merged.types().find("only")).isEmpty();
        assertThat(merged.inconsistencies()).isEmpty();
    }

    @Test
    void fieldsAreForTheirRoles() {
        CodeAccess forUsers = new CodeAccess(false, Set.of("user"));
        CodeModel model =
                model(
                        fields(
                                open(field("all", named("String"))),
                                new CodeField(field("some", named("String")), forUsers, "A.some"),
                                new CodeField(
                                        field("none", named("String")), CodeAccess.ADMIN, "A.n")));

        assertThat(merge("public", model, true).queries()).containsExactly("all");
        assertThat(merge("user", model, true).queries()).containsExactly("all", "some");
        assertThat(merge("admin", model, true).queries()).containsExactly("all", "some", "none");
    }

    @Test
    void aNameThatIsTakenLeavesTheFieldOutAndNamesBoth() {
        CodeModel model =
                model(
                        fields(
                                open(field("users", named("String"))),
                                open(field("workouts", named("String"))),
                                open(field("fine", named("String")))));
        CodeMerge.Result merged = merge("user", model, true);

        assertThat(merged.queries()).containsExactly("fine");
        assertThat(merged.inconsistencies())
                .containsExactly(
                        new Inconsistency(
                                "code",
                                "A.users",
                                "the query field \"users\" of A.users clashes with the one of the"
                                        + " tables; rename one of them"),
                        new Inconsistency(
                                "code",
                                "A.workouts",
                                "the query field \"workouts\" of A.workouts clashes with the one of"
                                        + " remote schema \"hygraph\"; rename one of them"));
    }

    @Test
    void aTypeThatIsTakenLeavesItsFieldsOut() {
        CodeModel model =
                model(
                        fields(open(field("plan", listOf("Workout")))),
                        object("Workout", field("minutes", named("String"))));
        CodeMerge.Result merged = merge("user", model, true);

        assertThat(merged.queries()).isEmpty();
        assertThat(merged.refused()).isEqualTo(Map.of(USER, Set.of("workout")));
        assertThat(merged.inconsistencies())
                .extracting(Inconsistency::name)
                .containsExactly("A.workout", "A.plan");
        assertThat(merged.inconsistencies().get(1).reason())
                .isEqualTo(
                        "the type \"Workout\" that A.plan needs clashes with the one of remote schema"
                                + " \"hygraph\"; rename one of them");
    }

    private static CodeField open(FieldDefinition definition) {
        return new CodeField(definition, CodeAccess.EVERYBODY, "A." + definition.name());
    }

    private static Map<String, CodeField> fields(CodeField... fields) {
        Map<String, CodeField> byName = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> byName.put(field.definition().name(), field));
        return byName;
    }

    private static FieldDefinition field(String name, TypeReference type) {
        return FieldDefinition.of(name, type);
    }

    private static ScalarType scalar(String name) {
        return new ScalarType(name, Optional.empty());
    }

    private static ObjectType object(String name, FieldDefinition... fields) {
        Map<String, FieldDefinition> byName = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
        return new ObjectType(name, Optional.empty(), byName, Set.of());
    }

    private static Map<String, NamedType> types(NamedType... types) {
        Map<String, NamedType> byName = new LinkedHashMap<>();
        Arrays.stream(types).forEach(type -> byName.put(type.name(), type));
        return byName;
    }
}
