package org.fitmesh.schema.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.code.CodeField;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.graphql.type.InterfaceType;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeStructure;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.graphql.type.UnionType;
import org.fitmesh.metadata.Inconsistency;

/**
 * Adds Java code to the schema of tables and remotes. A field whose name is taken, or one of whose
 * types is, is left out.
 */
public final class CodeMerge {
    private static final String KIND = "code";

    private final CodeView view;
    private final Map<String, NamedType> types;
    private final Owners owners;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    /**
     * Who has what is there already, for people to read.
     *
     * @param types name of a type to its remote; absent: the tables
     * @param queries name of a query field to its remote
     * @param mutations name of a mutation field to its remote
     */
    public record Owners(
            Map<String, String> types,
            Map<String, String> queries,
            Map<String, String> mutations) {}

    /**
     * The schema with the code that fits.
     *
     * @param queries the root fields that were added
     * @param refused sources that do not fit: class of the entity to names of fields
     */
    public record Result(
            TypeSystem types,
            Set<String> queries,
            Set<String> mutations,
            Map<String, Set<String>> refused,
            List<Inconsistency> inconsistencies) {}

    private CodeMerge(CodeView view, Map<String, NamedType> types, Owners owners) {
        this.view = view;
        this.types = types;
        this.owners = owners;
    }

    /**
     * Merges the view into a schema.
     *
     * @param mutationRoot the name of the mutation root if the schema has none yet
     */
    public static Result merge(
            CodeView view, TypeSystem schema, Owners owners, String mutationRoot) {
        CodeMerge merge = new CodeMerge(view, new LinkedHashMap<>(schema.types()), owners);
        String mutation = schema.mutationType().orElse(mutationRoot);
        Map<String, Set<String>> refused = merge.sources();
        Set<String> queries =
                merge.extend(schema.queryType(), view.queries(), "query", owners.queries());
        Set<String> mutations =
                merge.extend(mutation, view.mutations(), "mutation", owners.mutations());
        Optional<String> mutationType =
                merge.types.containsKey(mutation) ? Optional.of(mutation) : Optional.empty();
        TypeSystem merged =
                new TypeSystem(
                        merge.types, schema.queryType(), mutationType, schema.subscriptionType());
        return new Result(merged, queries, mutations, refused, merge.inconsistencies);
    }

    private Map<String, Set<String>> sources() {
        Map<String, Set<String>> refused = new LinkedHashMap<>();
        view.sources().forEach((entity, fields) -> sources(entity, fields.values(), refused));
        return refused;
    }

    private void sources(
            String entity, Collection<CodeField> fields, Map<String, Set<String>> refused) {
        for (CodeField field : fields) {
            Map<String, NamedType> added = behind(field.definition());
            Optional<String> clash = typeClash(field, added);
            if (clash.isPresent()) {
                refuse(field, clash.get());
                refused.computeIfAbsent(entity, e -> new LinkedHashSet<>())
                        .add(field.definition().name());
            } else {
                added.forEach(types::putIfAbsent);
            }
        }
    }

    private Set<String> extend(
            String root, Map<String, CodeField> added, String kind, Map<String, String> remotes) {
        NamedType before = types.get(root);
        Map<String, FieldDefinition> fields =
                new LinkedHashMap<>(before instanceof ObjectType o ? o.fields() : Map.of());
        Set<String> names = new LinkedHashSet<>();
        for (CodeField field : added.values()) {
            String name = field.definition().name();
            Map<String, NamedType> behind = behind(field.definition());
            Optional<String> clash =
                    fields.containsKey(name)
                            ? Optional.of(fieldClash(kind, field, remotes.get(name)))
                            : typeClash(field, behind);
            if (clash.isPresent()) {
                refuse(field, clash.get());
                continue;
            }
            behind.forEach(types::putIfAbsent);
            fields.put(name, field.definition());
            names.add(name);
        }
        if (!names.isEmpty()) {
            Optional<String> description =
                    Optional.ofNullable(before).flatMap(NamedType::description);
            types.put(root, new ObjectType(root, description, fields, Set.of()));
        }
        return names;
    }

    private void refuse(CodeField field, String reason) {
        inconsistencies.add(new Inconsistency(KIND, field.origin(), reason));
    }

    private static String fieldClash(String kind, CodeField field, String remote) {
        return "the %s field \"%s\" of %s clashes with the one of %s; rename one of them"
                .formatted(kind, field.definition().name(), field.origin(), other(remote));
    }

    private Optional<String> typeClash(CodeField field, Map<String, NamedType> added) {
        return added.values().stream()
                .filter(type -> types.containsKey(type.name()))
                .filter(type -> !TypeStructure.same(type, types.get(type.name())))
                .map(
                        type ->
                                "the type \"%s\" that %s needs clashes with the one of %s; rename one of them"
                                        .formatted(
                                                type.name(),
                                                field.origin(),
                                                other(owners.types().get(type.name()))))
                .findFirst();
    }

    private static String other(String remote) {
        return remote == null ? "the tables" : "remote schema \"" + remote + "\"";
    }

    /** The types of the code that a field needs. */
    private Map<String, NamedType> behind(FieldDefinition field) {
        Map<String, NamedType> found = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(names(Map.of(field.name(), field)));
        while (!waiting.isEmpty()) {
            NamedType type = view.types().get(waiting.remove());
            if (type != null && found.putIfAbsent(type.name(), type) == null) {
                waiting.addAll(names(type));
            }
        }
        return found;
    }

    private static Set<String> names(NamedType type) {
        Set<String> names = new LinkedHashSet<>();
        if (type instanceof ObjectType object) {
            names.addAll(names(object.fields()));
            names.addAll(object.interfaces());
        } else if (type instanceof InterfaceType shared) {
            names.addAll(names(shared.fields()));
            names.addAll(shared.possibleTypes());
        } else if (type instanceof InputObjectType input) {
            input.fields().values().forEach(field -> names.add(field.type().baseName()));
        } else if (type instanceof UnionType union) {
            names.addAll(union.possibleTypes());
        }
        return names;
    }

    private static Set<String> names(Map<String, FieldDefinition> fields) {
        Set<String> names = new LinkedHashSet<>();
        for (FieldDefinition field : fields.values()) {
            names.add(field.type().baseName());
            field.arguments().values().forEach(a -> names.add(a.type().baseName()));
        }
        return names;
    }
}
