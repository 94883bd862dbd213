package org.fitmesh.remote.join;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InputValue;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.RemoteSchema;

/** What a relationship to a remote adds to its table's object type. */
public sealed interface JoinField {
    /**
     * A field of the table's type.
     *
     * @param inputs types of its arguments that the remote does not have
     */
    record Offered(FieldDefinition definition, List<InputObjectType> inputs) implements JoinField {}

    /** The relationship does not fit the table or the remote. */
    record Refused(Inconsistency inconsistency) implements JoinField {}

    /**
     * Checks a relationship and makes its field. Nullable whatever the remote says: a row's column
     * may be null. Arguments that the relationship gives leave the schema; of an input object that
     * it gives in part the client may give the rest, or nothing ({@code workout(where: {})} and
     * {@code workout} are both valid), so it is optional.
     *
     * @param table for the inconsistency's name and those of types: {@code table}, {@code
     *     schema.table}
     * @param columnTypes the table's columns to the GraphQL name of their scalar
     */
    static JoinField definition(
            String table,
            RemoteRelationship relationship,
            RemoteSchema remote,
            Map<String, String> columnTypes) {
        Optional<String> problem =
                new RelationshipCheck(relationship, remote, columnTypes).problem();
        if (problem.isPresent()) {
            String name = table + "." + relationship.name();
            return new Refused(new Inconsistency("remote_relationship", name, problem.get()));
        }
        return field(table, relationship, remote.types());
    }

    private static Offered field(String table, RemoteRelationship relationship, TypeSystem types) {
        FieldDefinition target = RelationshipCheck.target(relationship, types);
        ObjectNode given = relationship.path().get(relationship.path().size() - 1).arguments();
        ReducedInputs inputs = new ReducedInputs(types, table, relationship.name());
        Map<String, InputValue> arguments = new LinkedHashMap<>();
        target.arguments()
                .forEach(
                        (name, argument) ->
                                inputs.remaining(argument, given.get(name))
                                        .ifPresent(rest -> arguments.put(name, rest)));
        return new Offered(
                new FieldDefinition(
                        relationship.name(),
                        target.description(),
                        arguments,
                        target.type().withoutNonNull(),
                        target.deprecation()),
                inputs.made());
    }
}
