package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.remote.RemoteSchema;

/** Does a relationship fit its table and its remote? */
record RelationshipCheck(
        RemoteRelationship relationship, RemoteSchema remote, Map<String, String> columnTypes) {

    /** The first thing that does not fit, as a sentence. */
    Optional<String> problem() {
        if (!GraphQLName.isFree(relationship.name())) {
            return Optional.of("the name is no GraphQL name: rename the relationship");
        }
        if (relationship.path().isEmpty()) {
            return Optional.of("remote_field names no field");
        }
        Optional<String> unknown =
                relationship.columns().stream()
                        .filter(column -> !columnTypes.containsKey(column))
                        .map(column -> "the table has no column \"" + column + "\"")
                        .findFirst();
        return unknown.or(this::pathProblem);
    }

    /** The joined field in a remote that has been checked. */
    static FieldDefinition target(RemoteRelationship relationship, TypeSystem types) {
        String type = types.queryType();
        FieldDefinition field = null;
        for (RemoteRelationship.Step step : relationship.path()) {
            field = ((ObjectType) types.get(type)).fields().get(step.field());
            type = field.type().baseName();
        }
        return field;
    }

    private Optional<String> pathProblem() {
        NamedType type = remote.types().get(remote.types().queryType());
        for (int i = 0; i < relationship.path().size(); i++) {
            RemoteRelationship.Step step = relationship.path().get(i);
            Optional<FieldDefinition> field = field(type, step.field());
            if (field.isEmpty()) {
                return Optional.of(about(type.name() + " has no field \"" + step.field() + "\""));
            }
            boolean last = i == relationship.path().size() - 1;
            Optional<String> problem =
                    argumentProblem(type, step, field.get())
                            .or(() -> last ? Optional.empty() : innerProblem(step, field.get()));
            if (problem.isPresent()) {
                return problem;
            }
            type = remote.types().get(field.get().type().baseName());
        }
        return Optional.empty();
    }

    private static Optional<FieldDefinition> field(NamedType type, String name) {
        return type instanceof ObjectType object
                ? Optional.ofNullable(object.fields().get(name))
                : Optional.empty();
    }

    private Optional<String> argumentProblem(
            NamedType type, RemoteRelationship.Step step, FieldDefinition field) {
        String place = type.name() + "." + step.field();
        ArgumentCheck check =
                new ArgumentCheck(remote.types(), relationship.columns(), columnTypes);
        return step.arguments().properties().stream()
                .flatMap(entry -> argument(place, field, entry, check).stream())
                .findFirst();
    }

    private Optional<String> argument(
            String place,
            FieldDefinition field,
            Map.Entry<String, JsonNode> given,
            ArgumentCheck check) {
        InputValue argument = field.arguments().get(given.getKey());
        if (argument == null) {
            return Optional.of(about(place + " has no argument \"" + given.getKey() + "\""));
        }
        return check.problem(given.getKey(), given.getValue(), argument.type()).map(this::about);
    }

    /** A field on the way to the joined one: the client gives it nothing and it is one object. */
    private Optional<String> innerProblem(RemoteRelationship.Step step, FieldDefinition field) {
        Stream<String> missing =
                field.arguments().values().stream()
                        .filter(InputValue::isRequired)
                        .map(InputValue::name)
                        .filter(name -> !step.arguments().has(name))
                        .map(name -> step.field() + " needs its argument \"" + name + "\"");
        boolean list = field.type().withoutNonNull() instanceof TypeReference.ListOf;
        Stream<String> lists =
                list
                        ? Stream.of(step.field() + " is a list; only the last field may be one")
                        : Stream.empty();
        return Stream.concat(missing, lists).findFirst().map(this::about);
    }

    private String about(String what) {
        return "remote schema \"" + remote.name() + "\": " + what;
    }
}
