package org.fitmesh.remote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeStructure;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;

/**
 * Adds remote schemas to the tables' schema, as Hasura does: their root fields join the roots,
 * whatever the remote calls its own root types; an equal type of the same name is one type; a clash
 * leaves the whole remote out. What cannot be reached from a remote's query and mutation fields is
 * not taken over; subscriptions are not either.
 */
public final class RemoteMerge {
    /** What Hasura offers to a role that may see nothing; goes when a remote has something. */
    private static final String NO_QUERIES = "no_queries_available";

    private static final String MUTATION_ROOT = "mutation_root";

    /** Hasura's words for a root field that another remote has, too. */
    private static final String DUPLICATE = "Duplicate remote field '%s'";

    /** The same for one that the tables have. */
    private static final String OVERWRITING = "Field cannot be overwritten by remote field '%s'";

    /**
     * The schema with the remotes that fit.
     *
     * @param typeOwners name of each type that a remote has, to the name of the first such remote
     * @param queryFields name of each query field that a remote has, to the name of that remote
     * @param mutationFields the same for mutations
     * @param inconsistencies one for each remote that was left out
     */
    public record Result(
            TypeSystem types,
            Map<String, String> typeOwners,
            Map<String, String> queryFields,
            Map<String, String> mutationFields,
            List<Inconsistency> inconsistencies) {}

    private TypeSystem types;
    private final Map<String, String> typeOwners = new HashMap<>();
    private final Map<String, String> queryFields = new LinkedHashMap<>();
    private final Map<String, String> mutationFields = new LinkedHashMap<>();
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    private RemoteMerge(TypeSystem tables) {
        this.types = tables;
    }

    /** Merges the remotes in their order; the earlier one wins a clash. */
    public static Result merge(TypeSystem tables, List<RemoteSchema> remotes) {
        RemoteMerge merge = new RemoteMerge(tables);
        remotes.forEach(merge::add);
        return new Result(
                merge.types,
                merge.typeOwners,
                merge.queryFields,
                merge.mutationFields,
                merge.inconsistencies);
    }

    private void add(RemoteSchema remote) {
        Map<String, NamedType> added = reachable(remote);
        Optional<String> clash =
                fieldClash(types.queryType(), remote.queryFields(), queryFields)
                        .or(
                                () ->
                                        fieldClash(
                                                mutationRoot(),
                                                remote.mutationFields(),
                                                mutationFields))
                        .or(() -> typeClash(remote, added));
        if (clash.isPresent()) {
            inconsistencies.add(
                    new Inconsistency("remote_schema", remote.name(), clash.get(), Cause.CLASHING));
            return;
        }
        Map<String, NamedType> merged = new LinkedHashMap<>(types.types());
        added.forEach(merged::putIfAbsent);
        added.keySet().forEach(name -> typeOwners.putIfAbsent(name, remote.name()));
        extend(merged, types.queryType(), remote.queryFields());
        extend(merged, mutationRoot(), remote.mutationFields());
        remote.queryFields().keySet().forEach(name -> queryFields.put(name, remote.name()));
        remote.mutationFields().keySet().forEach(name -> mutationFields.put(name, remote.name()));
        Optional<String> mutation =
                merged.containsKey(mutationRoot()) ? Optional.of(mutationRoot()) : Optional.empty();
        types = new TypeSystem(merged, types.queryType(), mutation, types.subscriptionType());
    }

    private String mutationRoot() {
        return types.mutationType().orElse(MUTATION_ROOT);
    }

    private static void extend(
            Map<String, NamedType> types, String root, Map<String, FieldDefinition> added) {
        if (added.isEmpty()) {
            return;
        }
        Map<String, FieldDefinition> fields = new LinkedHashMap<>(fieldsOf(types.get(root)));
        fields.remove(NO_QUERIES);
        fields.putAll(added);
        Optional<String> description =
                Optional.ofNullable(types.get(root)).flatMap(NamedType::description);
        types.put(root, new ObjectType(root, description, fields, Set.of()));
    }

    private Optional<String> fieldClash(
            String root, Map<String, FieldDefinition> added, Map<String, String> owners) {
        Set<String> present = fieldsOf(types.types().get(root)).keySet();
        return added.keySet().stream()
                .filter(present::contains)
                .map(name -> (owners.containsKey(name) ? DUPLICATE : OVERWRITING).formatted(name))
                .findFirst();
    }

    private Optional<String> typeClash(RemoteSchema remote, Map<String, NamedType> added) {
        return added.values().stream()
                .filter(type -> types.find(type.name()).isPresent())
                .filter(type -> !TypeStructure.same(type, types.get(type.name())))
                .map(NamedType::name)
                .map(name -> clash(name, typeOwners.get(name), remote))
                .findFirst();
    }

    private static String clash(String type, String owner, RemoteSchema remote) {
        String other = owner == null ? "the tables' schema" : "remote schema \"" + owner + "\"";
        return "the type \"%s\" of remote schema \"%s\" clashes with the one of %s; rename one of them"
                .formatted(type, remote.name(), other);
    }

    private static Map<String, FieldDefinition> fieldsOf(NamedType type) {
        return type instanceof ObjectType object ? object.fields() : Map.of();
    }

    /** The types behind the root fields. A root that no type refers to is not among them. */
    private Map<String, NamedType> reachable(RemoteSchema remote) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.addAll(behind(remote, remote.types().queryType()));
        remote.types().mutationType().ifPresent(root -> waiting.addAll(behind(remote, root)));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (!isSharedRoot(remote, name) && seen.add(name)) {
                waiting.addAll(behind(remote, name));
            }
        }
        Map<String, NamedType> found = new LinkedHashMap<>();
        remote.types().types().values().stream()
                .filter(type -> seen.contains(type.name()))
                .forEach(type -> found.put(type.name(), type));
        return found;
    }

    /** A remote whose root has our root's name, and refers to it, will find the merged one. */
    private boolean isSharedRoot(RemoteSchema remote, String name) {
        return name.equals(types.queryType()) && name.equals(remote.types().queryType());
    }

    private static List<String> behind(RemoteSchema remote, String type) {
        return IntrospectionReferences.of(remote.types().get(type)).toList();
    }
}
