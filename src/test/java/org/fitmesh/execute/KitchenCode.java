package org.fitmesh.execute;

import static org.fitmesh.graphql.type.TypeReference.listOf;
import static org.fitmesh.graphql.type.TypeReference.named;
import static org.fitmesh.graphql.type.TypeReference.nonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeAccess;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.code.CodeField;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.ScalarType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.UnionType;

/** What Java code offers beside the tables of {@link KitchenDatabase}. */
final class KitchenCode {
    private static final String USER = "kitchen.User";
    private static final String SESSION = "kitchen.Session";
    private static final String TEAM = "kitchen.Team";

    static final CodeModel MODEL =
            new CodeModel(
                    types(
                            scalar("Int"),
                            scalar("String"),
                            scalar(USER),
                            scalar(SESSION),
                            scalar(TEAM),
                            object("code_pair", field("best", nonNull(USER)), field("n", "Int")),
                            object(
                                    "code_list",
                                    field("people", listOf(USER)),
                                    field("n", named("Int"))),
                            new UnionType(
                                    "code_any",
                                    Optional.empty(),
                                    Set.of("code_pair", "code_list"))),
                    fields(
                            field("code_me", named(USER)),
                            field("code_people", listOf(USER), "limit"),
                            field("code_pairs", listOf("code_pair")),
                            field("code_any", named("code_any")),
                            field("code_teams", listOf(TEAM)),
                            field("code_number", named("Int"), "n")),
                    fields(field("code_train", nonNull(SESSION), "slug")),
                    Map.of(
                            USER,
                            entity(
                                    USER,
                                    "users",
                                    fields(
                                            field("greeting", named("String"), "word"),
                                            field("buddy", named(USER)))),
                            SESSION,
                            entity(SESSION, "sessions", Map.of()),
                            TEAM,
                            new CodeEntity(
                                    TEAM,
                                    new TableName("club", "Team"),
                                    List.of("City", "No"),
                                    Map.of(),
                                    "_source_teams")),
                    List.of());

    private KitchenCode() {}

    private static CodeEntity entity(String type, String table, Map<String, CodeField> sources) {
        return new CodeEntity(
                type, TableName.inPublic(table), List.of("id"), sources, "_source_" + table);
    }

    private static Map<String, CodeField> fields(FieldDefinition... definitions) {
        Map<String, CodeField> fields = new LinkedHashMap<>();
        for (FieldDefinition definition : definitions) {
            fields.put(
                    definition.name(),
                    new CodeField(
                            definition, CodeAccess.EVERYBODY, "kitchen.Code." + definition.name()));
        }
        return fields;
    }

    private static FieldDefinition field(String name, String type) {
        return field(name, named(type));
    }

    private static FieldDefinition field(String name, TypeReference type, String... arguments) {
        return FieldDefinition.of(name, type)
                .withArguments(
                        Arrays.stream(arguments)
                                .collect(
                                        Collectors.toMap(
                                                argument -> argument,
                                                argument ->
                                                        InputValue.of(argument, named("String")))));
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
        return Arrays.stream(types).collect(Collectors.toMap(NamedType::name, type -> type));
    }
}
