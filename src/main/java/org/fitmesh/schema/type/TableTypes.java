package org.fitmesh.schema.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.FunctionModel;

/**
 * All types that the tables of a role give.
 *
 * @param types the type system, with {@code query_root} and, when something may be changed, {@code
 *     mutation_root}
 * @param queries root fields of tables by name
 * @param mutations root fields of tables by name
 * @param namespace the field of the roots that these are below, if they are
 * @param clashes root fields that were left out, as another has the name
 * @param refused tables of which a type has the name of another; nothing of them is here, but
 *     others may still refer to them
 * @param parts what each table gave
 */
public record TableTypes(
        TypeSystem types,
        Map<String, RootField> queries,
        Map<String, RootField> mutations,
        Optional<String> namespace,
        List<Inconsistency> clashes,
        Map<TableName, Inconsistency> refused,
        Map<TableName, TypesOfTable> parts) {
    /** Hasura's names of the roots. */
    public static final String QUERY_ROOT = "query_root";

    public static final String MUTATION_ROOT = "mutation_root";

    private static final String QUERY_SUFFIX = "_query";
    private static final String MUTATION_SUFFIX = "_mutation";

    /** What the types of the root fields below a namespace are called after it. */
    static final List<String> NAMESPACE_SUFFIXES = List.of(QUERY_SUFFIX, MUTATION_SUFFIX);

    /** The one field of a role that may see nothing, as Hasura names it. */
    public static final String NO_QUERIES = "no_queries_available";

    /** The tables, those of {@link #parts}: what stays is the same object as before. */
    public Map<TableName, RoleTable> tables() {
        Map<TableName, RoleTable> tables = new LinkedHashMap<>();
        parts.forEach((name, part) -> tables.put(name, part.table()));
        return tables;
    }

    /**
     * Generates them.
     *
     * @param functions that the role may call
     * @param customization of the names of types and root fields
     * @param options what is left out
     * @param source the name of the tables' source, for messages
     * @param kept what the tables gave before, with the same names and options
     * @param shared gives the same object for the same type
     */
    public static TableTypes of(
            Map<TableName, RoleTable> tables,
            List<FunctionModel> functions,
            SourceCustomization customization,
            TypeOptions options,
            String source,
            Map<TableName, TypesOfTable> kept,
            SharedTypes shared) {
        TypeCollector types = new TypeCollector(customization.naming(), options);
        Map<TableName, TypesOfTable> parts = parts(tables, types, kept, shared);
        // Hasura makes the fields of this root, which are the same, before those of query_root
        RootFields queries = new RootFields("subscription_root", source, customization);
        RootFields mutations = new RootFields(MUTATION_ROOT, source, customization);
        new OrderTypes(types, tables).addDirections();
        TakenNames taken = new TakenNames(customization);
        taken.add(types.collected());
        TypeClashes ofTypes = new TypeClashes(types, taken, queries, mutations);
        ofTypes.addAll(parts);
        new FunctionFields(types, taken, queries, mutations).add(functions, tables);
        List<Inconsistency> clashes = new ArrayList<>(queries.clashes());
        clashes.addAll(mutations.clashes());
        CustomizedNames names = new CustomizedNames(customization, types);
        return customization.hasNoAffixes()
                ? of(
                        types.types(),
                        queries.fields(),
                        mutations.fields(),
                        customization,
                        clashes,
                        ofTypes.refused(),
                        parts)
                : of(
                        names.renamedTypes(),
                        names.renamedRoots(queries.fields()),
                        names.renamedRoots(mutations.fields()),
                        customization,
                        clashes,
                        ofTypes.refused(),
                        parts);
    }

    private static Map<TableName, TypesOfTable> parts(
            Map<TableName, RoleTable> tables,
            TypeCollector types,
            Map<TableName, TypesOfTable> kept,
            SharedTypes shared) {
        Map<TableName, TypesOfTable> parts = new LinkedHashMap<>();
        tables.forEach(
                (name, table) -> {
                    TypesOfTable before = kept.get(name);
                    boolean same = before != null && before.fits(table, tables);
                    parts.put(
                            name,
                            same
                                    ? before
                                    : TypesOfTable.of(table, tables, types.another(), shared));
                });
        return parts;
    }

    private static TableTypes of(
            Map<String, NamedType> types,
            Map<String, RootField> queries,
            Map<String, RootField> mutations,
            SourceCustomization customization,
            List<Inconsistency> clashes,
            Map<TableName, Inconsistency> refused,
            Map<TableName, TypesOfTable> parts) {
        Map<String, NamedType> all = new LinkedHashMap<>(types);
        addRoot(all, QUERY_ROOT, queries, QUERY_SUFFIX, customization);
        Optional<String> mutation = Optional.empty();
        if (!mutations.isEmpty()) {
            addRoot(all, MUTATION_ROOT, mutations, MUTATION_SUFFIX, customization);
            mutation = Optional.of(MUTATION_ROOT);
        }
        TypeSystem system = new TypeSystem(all, QUERY_ROOT, mutation, Optional.empty());
        return new TableTypes(
                system, queries, mutations, customization.namespace(), clashes, refused, parts);
    }

    private static void addRoot(
            Map<String, NamedType> types,
            String name,
            Map<String, RootField> fields,
            String suffix,
            SourceCustomization customization) {
        List<FieldDefinition> definitions =
                fields.values().stream().map(RootField::definition).toList();
        Optional<String> namespace = customization.namespace();
        if (namespace.isPresent() && !definitions.isEmpty()) {
            String below = customization.typeName(namespace.get() + suffix);
            types.put(below, root(below, definitions));
            definitions =
                    List.of(FieldDefinition.of(namespace.get(), TypeReference.nonNull(below)));
        }
        types.put(name, root(name, definitions));
    }

    private static ObjectType root(String name, List<FieldDefinition> definitions) {
        // Hasura describes this one alone
        Optional<String> description =
                name.equals(MUTATION_ROOT) ? Optional.of("mutation root") : Optional.empty();
        return new ObjectType(name, description, TypeCollector.byName(definitions), Set.of());
    }

    /** The field that stands for an empty query root: GraphQL allows no type without a field. */
    public static FieldDefinition noQueries() {
        return FieldDefinition.of(NO_QUERIES, TypeReference.named("String"))
                .describedAs(
                        "There are no queries available to the current role. Either there are no"
                                + " sources or remote schemas configured, or the current role doesn't"
                                + " have the required permissions.");
    }
}
