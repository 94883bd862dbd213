package org.fitmesh.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.code.CodeField;
import org.fitmesh.code.CodeModel;
import org.fitmesh.graphql.type.NamedType;
import org.fitmesh.graphql.type.ObjectType;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.remote.RemoteMerge;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.schema.access.FunctionAccess;
import org.fitmesh.schema.access.Permissions;
import org.fitmesh.schema.access.RoleAccess;
import org.fitmesh.schema.access.RoleHierarchy;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.code.CodeMerge;
import org.fitmesh.schema.code.CodeView;
import org.fitmesh.schema.type.SharedTypes;
import org.fitmesh.schema.type.TableTypes;
import org.fitmesh.schema.type.TypesOfTable;

/**
 * Builds the schemas of roles: tables first, then the remotes that fit, then the code that fits.
 *
 * @param functions which functions roles may call
 * @param options what the settings and the source say
 * @param former what the tables of a role gave before
 * @param shared gives the same object for the same type
 */
record RoleSchemaBuilder(
        FunctionAccess functions,
        Permissions permissions,
        RoleHierarchy hierarchy,
        RoleAccess.JoinableFields joinable,
        CodeModel code,
        Set<String> introspectionDisabledFor,
        RoleSchemas.Options options,
        Function<String, Map<TableName, TypesOfTable>> former,
        SharedTypes shared) {

    /**
     * The schema of a role.
     *
     * @param remotes what it sees of the remotes
     * @param inconsistencies what is left out is added here
     */
    RoleSchema build(
            String role, Map<String, RemoteSchema> remotes, Set<Inconsistency> inconsistencies) {
        Set<TableName> leftOut = new HashSet<>();
        Attempt attempt = new Attempt(role, remotes, Map.of(), leftOut);
        while (!attempt.tables.refused().isEmpty()) {
            inconsistencies.addAll(attempt.tables.refused().values());
            leftOut.addAll(attempt.tables.refused().keySet());
            attempt = new Attempt(role, remotes, Map.of(), leftOut);
        }
        if (!attempt.merged.refused().isEmpty()) {
            inconsistencies.addAll(attempt.merged.inconsistencies());
            attempt = new Attempt(role, remotes, attempt.merged.refused(), leftOut);
        }
        inconsistencies.addAll(attempt.inconsistencies());
        return attempt.schema();
    }

    /** The fields of tables must be known before it is seen whether the types behind them fit. */
    private final class Attempt {
        private final String role;
        private final Map<String, RemoteSchema> remotes;
        private final Map<String, Set<String>> refused;
        private final RoleAccess.Granted granted;
        private final TableTypes tables;
        private final RemoteMerge.Result withRemotes;
        private final CodeMerge.Result merged;
        private CodeView view;

        /**
         * @param refused sources that are left away: class of the entity to names of fields
         * @param leftOut tables that are left away
         */
        Attempt(
                String role,
                Map<String, RemoteSchema> remotes,
                Map<String, Set<String>> refused,
                Set<TableName> leftOut) {
            this.role = role;
            this.remotes = remotes;
            this.refused = refused;
            this.granted =
                    RoleAccess.of(
                            role,
                            permissions,
                            joinable.to(remotes.keySet()),
                            this::sources,
                            leftOut);
            this.tables =
                    TableTypes.of(
                            granted.tables(),
                            functions.of(hierarchy.withAncestors(role)),
                            options.customization(),
                            options.types(),
                            options.source(),
                            former.apply(role),
                            shared);
            this.withRemotes = RemoteMerge.merge(tables.types(), List.copyOf(remotes.values()));
            this.merged =
                    CodeMerge.merge(
                            view,
                            withRemotes.types(),
                            new CodeMerge.Owners(
                                    withRemotes.typeOwners(),
                                    withRemotes.queryFields(),
                                    withRemotes.mutationFields()),
                            TableTypes.MUTATION_ROOT);
        }

        private Map<TableName, List<TableField.SourceField>> sources(
                Map<TableName, String> readable) {
            Map<TableName, String> types = new LinkedHashMap<>(readable);
            types.replaceAll((table, type) -> typeName(type));
            view = CodeView.of(hierarchy.withAncestors(role), code, types).without(refused);
            Map<TableName, List<TableField.SourceField>> sources = new LinkedHashMap<>();
            view.sources()
                    .forEach(
                            (type, fields) -> {
                                CodeEntity entity = code.entities().get(type);
                                List<TableField.SourceField> ofTable =
                                        sources.computeIfAbsent(
                                                entity.table(), table -> new ArrayList<>());
                                for (CodeField field : fields.values()) {
                                    ofTable.add(
                                            new TableField.SourceField(entity, field.definition()));
                                }
                            });
            return sources;
        }

        List<Inconsistency> inconsistencies() {
            List<Inconsistency> all = new ArrayList<>(granted.inconsistencies());
            all.addAll(tables.clashes());
            all.addAll(withRemotes.inconsistencies());
            all.addAll(merged.inconsistencies());
            return all;
        }

        RoleSchema schema() {
            return new RoleSchema(
                    role,
                    tables.tables(),
                    tables.queries(),
                    tables.mutations(),
                    withRemotes.queryFields(),
                    withRemotes.mutationFields(),
                    merged.queries(),
                    merged.mutations(),
                    entities(),
                    remotes,
                    neverEmpty(merged.types()),
                    !introspectionDisabledFor.contains(role),
                    tables.namespace(),
                    options.collapseNulls(),
                    options.customization(),
                    tables.parts());
        }

        private String typeName(String table) {
            return options.customization().typeName(table);
        }

        private Map<String, RoleEntity> entities() {
            Map<String, RoleEntity> entities = new LinkedHashMap<>();
            for (CodeEntity entity : code.entities().values()) {
                RoleTable table = tables.tables().get(entity.table());
                if (table != null && table.select().isPresent()) {
                    entities.putIfAbsent(typeName(table.typeName()), new RoleEntity(entity, table));
                }
            }
            return entities;
        }
    }

    /** GraphQL allows no object without fields: Hasura offers one that says why it is alone. */
    private static TypeSystem neverEmpty(TypeSystem types) {
        Optional<NamedType> query = types.find(types.queryType());
        ObjectType root = (ObjectType) query.orElseThrow();
        if (!root.fields().isEmpty()) {
            return types;
        }
        Map<String, NamedType> all = new LinkedHashMap<>(types.types());
        ObjectType filled =
                new ObjectType(
                        root.name(),
                        root.description(),
                        Map.of(TableTypes.NO_QUERIES, TableTypes.noQueries()),
                        root.interfaces());
        all.put(root.name(), filled);
        return new TypeSystem(
                all, types.queryType(), types.mutationType(), types.subscriptionType());
    }
}
