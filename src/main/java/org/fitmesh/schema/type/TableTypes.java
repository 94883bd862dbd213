package org.fitmesh.schema.type;

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
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.schema.access.InsertAccess;
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
 */
public record TableTypes(
        TypeSystem types,
        Map<String, RootField> queries,
        Map<String, RootField> mutations,
        Optional<String> namespace) {
    /** Hasura's names of the roots. */
    public static final String QUERY_ROOT = "query_root";

    public static final String MUTATION_ROOT = "mutation_root";

    /** The one field of a role that may see nothing, as Hasura names it. */
    public static final String NO_QUERIES = "no_queries_available";

    /**
     * Generates them.
     *
     * @param functions that the role may call
     * @param customization of the names of types and root fields
     */
    public static TableTypes of(
            Map<TableName, RoleTable> tables,
            List<FunctionModel> functions,
            SourceCustomization customization) {
        TypeCollector types = new TypeCollector();
        QueryFields queries = new QueryFields(types);
        MutationFields mutations = new MutationFields(types);
        new OrderTypes(types, tables).addDirections();
        for (RoleTable table : tables.values()) {
            addTypes(types, tables, table);
            table.select().ifPresent(access -> queries.add(table, access));
            addMutations(types, tables, mutations, table);
        }
        new FunctionFields(types, queries.fields(), mutations.fields()).add(functions, tables);
        CustomizedNames names = new CustomizedNames(customization, types.types());
        return customization.equals(SourceCustomization.NONE)
                ? of(types.types(), queries.fields(), mutations.fields(), customization)
                : of(
                        names.renamedTypes(),
                        names.renamedRoots(queries.fields()),
                        names.renamedRoots(mutations.fields()),
                        customization);
    }

    private static TableTypes of(
            Map<String, NamedType> types,
            Map<String, RootField> queries,
            Map<String, RootField> mutations,
            SourceCustomization customization) {
        Map<String, NamedType> all = new LinkedHashMap<>(types);
        addRoot(all, QUERY_ROOT, queries, "_query", customization);
        Optional<String> mutation = Optional.empty();
        if (!mutations.isEmpty()) {
            addRoot(all, MUTATION_ROOT, mutations, "_mutation", customization);
            mutation = Optional.of(MUTATION_ROOT);
        }
        TypeSystem system = new TypeSystem(all, QUERY_ROOT, mutation, Optional.empty());
        return new TableTypes(system, queries, mutations, customization.namespace());
    }

    private static void addTypes(
            TypeCollector types, Map<TableName, RoleTable> tables, RoleTable table) {
        if (table.select().isPresent()) {
            new SelectTypes(types, tables).add(table);
            new OrderTypes(types, tables).add(table);
        }
        if (table.mayAggregate()) {
            new AggregateTypes(types).add(table);
        }
        if (table.select().isPresent()
                || table.update().isPresent()
                || table.delete().isPresent()) {
            new FilterTypes(types, tables).add(table);
        }
    }

    private static void addMutations(
            TypeCollector types,
            Map<TableName, RoleTable> tables,
            MutationFields fields,
            RoleTable table) {
        Optional<InsertAccess> insert = table.insert();
        if (insert.isPresent()) {
            new InsertTypes(types, tables).add(table, insert.get());
            fields.addInserts(table);
        }
        if (table.update().isPresent()) {
            new UpdateTypes(types).add(table, table.update().get());
            fields.addUpdates(table, table.update().get());
        }
        if (table.delete().isPresent()) {
            fields.addDeletes(table);
        }
        if (insert.isPresent() || table.update().isPresent() || table.delete().isPresent()) {
            fields.addResponse(table);
        }
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
            String below = customization.typeNames().around(namespace.get() + suffix);
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
