package org.fitmesh.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeModel;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RoleDefinitions;
import org.fitmesh.metadata.ServedSource;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.metadata.TrackedFunction;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.schema.access.FunctionAccess;
import org.fitmesh.schema.access.Permissions;
import org.fitmesh.schema.access.RoleAccess;
import org.fitmesh.schema.access.RoleHierarchy;
import org.fitmesh.schema.table.FunctionModels;
import org.fitmesh.schema.table.TableModels;
import org.fitmesh.schema.type.SharedTypes;
import org.fitmesh.schema.type.TypeOptions;

/**
 * The schemas of all roles that the metadata names, the admin's among them.
 *
 * @param sources what they were built of
 * @param byRole the schemas
 * @param backend those that requests see which use {@code backend_only} permissions, of the roles
 *     that have any
 * @param nobody the schema of a role that the metadata does not name: remotes alone
 * @param hierarchy who inherits from whom
 * @param found what was left out of each
 * @param inconsistencies what was left out of any
 */
public record RoleSchemas(
        Sources sources,
        Map<String, RoleSchema> byRole,
        Map<String, RoleSchema> backend,
        RoleSchema nobody,
        RoleHierarchy hierarchy,
        Map<Seen, Set<Inconsistency>> found,
        List<Inconsistency> inconsistencies) {

    /**
     * A schema.
     *
     * @param backend whether it is one for requests that use {@code backend_only} permissions
     */
    public record Seen(boolean backend, String role) {}

    /** No role has an empty name. */
    private static final String NOBODY = "";

    /** What that role sees; a role without any permission sees what everybody sees. */
    public RoleSchema of(String role) {
        return byRole.getOrDefault(role, nobody);
    }

    /**
     * What is tracked.
     *
     * @param options how roles see it
     */
    public record Tracked(
            List<TrackedTable> tables, List<TrackedFunction> functions, Options options) {
        private Map<TableName, TrackedTable> byName() {
            Map<TableName, TrackedTable> byName = new HashMap<>();
            tables.forEach(table -> byName.put(table.table(), table));
            return byName;
        }
    }

    /**
     * What the settings say of every role's schema.
     *
     * @param inferFunctionPermissions see {@link FunctionAccess#inferred}
     * @param collapseNulls see {@link RoleSchema#collapsesNulls}
     * @param customization what the metadata says of the names
     * @param source the name of the tables' source
     * @param types what of Hasura's types is generated
     */
    public record Options(
            boolean inferFunctionPermissions,
            boolean collapseNulls,
            SourceCustomization customization,
            String source,
            TypeOptions types) {
        /** Hasura's own defaults. */
        public static final Options USUAL =
                new Options(
                        true,
                        false,
                        SourceCustomization.NONE,
                        ServedSource.USUAL_NAME,
                        TypeOptions.ALL);
    }

    /**
     * What that role sees.
     *
     * @param usesBackendOnly whether the request uses {@code backend_only} permissions
     */
    public RoleSchema of(String role, boolean usesBackendOnly) {
        RoleSchema wider = usesBackendOnly ? backend.get(role) : null;
        return wider == null ? of(role) : wider;
    }

    /** Is it one that requests see which use {@code backend_only} permissions? */
    public boolean isBackend(RoleSchema schema) {
        return backend.get(schema.role()) == schema;
    }

    /**
     * All that schemas follow from.
     *
     * @param remotes the remotes that are known now, in the order of the metadata
     * @param access what each role sees of them
     * @param code the Java code of the application
     * @param roleDefinitions who inherits from whom, and who may not introspect
     */
    public record Sources(
            Catalog catalog,
            Tracked tracked,
            Map<String, RemoteSchema> remotes,
            RemoteAccess access,
            CodeModel code,
            RoleDefinitions roleDefinitions) {
        /**
         * The same, with the objects of others where they are equal: what follows from them is then
         * seen to be equal at a glance, for each role.
         */
        Sources with(Sources others) {
            Map<TableName, Table> tables = new LinkedHashMap<>(catalog.tables());
            tables.replaceAll((name, table) -> sameOf(others.catalog.tables().get(name), table));
            Map<TableName, TrackedTable> tracked = others.tracked.byName();
            List<TrackedTable> sameTracked =
                    this.tracked.tables().stream()
                            .map(table -> sameOf(tracked.get(table.table()), table))
                            .toList();
            return new Sources(
                    new Catalog(tables, catalog.functions(), catalog.enums()),
                    new Tracked(sameTracked, this.tracked.functions(), this.tracked.options()),
                    remotes,
                    access,
                    code,
                    roleDefinitions);
        }

        private static <T> T sameOf(T other, T own) {
            return own.equals(other) ? other : own;
        }
    }

    /** Builds the schemas. */
    public static RoleSchemas build(Sources sources) {
        return build(sources, FormerSchemas.NONE);
    }

    /** The schemas of other sources; what stays as it is in these is taken over. */
    public RoleSchemas next(Sources next) {
        Sources same = next.with(sources);
        if (same.equals(sources)) {
            return this;
        }
        // how things are spelled, and which there are, is part of what tables give
        return same.tracked().options().equals(sources.tracked().options())
                ? build(same, FormerSchemas.of(this, ChangedRoles.between(sources, same)))
                : build(same);
    }

    /** The one that was built for this; none for a role that the metadata does not name. */
    Optional<RoleSchema> built(Seen seen) {
        if (seen.role().equals(NOBODY)) {
            return Optional.of(nobody);
        }
        return Optional.ofNullable((seen.backend() ? backend : byRole).get(seen.role()));
    }

    private static RoleSchemas build(Sources sources, FormerSchemas former) {
        Tracked tracked = sources.tracked();
        Map<String, RemoteSchema> remotes = sources.remotes();
        NamingConvention naming = tracked.options().customization().naming();
        TableModels.Resolved resolved =
                TableModels.resolve(sources.catalog(), tracked.tables(), naming);
        FunctionModels.Resolved functions =
                FunctionModels.resolve(
                        sources.catalog(), resolved.tables(), tracked.functions(), naming);
        Set<Inconsistency> inconsistencies = new LinkedHashSet<>(resolved.inconsistencies());
        inconsistencies.addAll(functions.inconsistencies());
        inconsistencies.addAll(sources.code().inconsistencies());
        RoleAccess.JoinableFields joinable =
                OfferedJoins.of(resolved.tables().values(), remotes, inconsistencies);
        RoleHierarchy hierarchy = RoleHierarchy.of(sources.roleDefinitions().inherited());
        inconsistencies.addAll(hierarchy.inconsistencies());
        SharedTypes shared = new SharedTypes();
        Function<Boolean, RoleSchemaBuilder> builders =
                backend ->
                        new RoleSchemaBuilder(
                                new FunctionAccess(
                                        functions.functions(),
                                        tracked.options().inferFunctionPermissions()),
                                new Permissions(
                                        resolved.tables(),
                                        hierarchy,
                                        tracked.options().source(),
                                        backend),
                                hierarchy,
                                joinable,
                                sources.code(),
                                sources.roleDefinitions().introspectionDisabledFor(),
                                tracked.options(),
                                role -> former.parts(new Seen(backend, role)),
                                shared);
        RoleSchemaBuilder builder = builders.apply(false);
        RoleSchemaBuilder backendBuilder = builders.apply(true);
        RemoteAccess access = sources.access();
        Map<Seen, Set<Inconsistency>> found = new LinkedHashMap<>();
        Function<Seen, RoleSchema> schemas =
                seen -> {
                    Optional<RoleSchema> kept = former.unchanged(seen, hierarchy);
                    if (kept.isPresent()) {
                        found.put(seen, former.found(seen));
                        return kept.get();
                    }
                    Set<Inconsistency> own = new LinkedHashSet<>();
                    found.put(seen, own);
                    return former.sameOrNew(
                            seen,
                            (seen.backend() ? backendBuilder : builder)
                                    .build(seen.role(), access.of(seen.role(), remotes), own));
                };
        Map<String, RoleSchema> byRole = new LinkedHashMap<>();
        NamedRoles roles =
                NamedRoles.of(
                        resolved.tables().values(),
                        functions.functions(),
                        sources.code(),
                        hierarchy);
        for (String role : roles.all()) {
            byRole.put(role, schemas.apply(new Seen(false, role)));
        }
        Map<String, RoleSchema> backend = new LinkedHashMap<>();
        for (String role : roles.backend()) {
            backend.put(role, schemas.apply(new Seen(true, role)));
        }
        RoleSchema nobody = schemas.apply(new Seen(false, NOBODY));
        found.values().forEach(inconsistencies::addAll);
        return new RoleSchemas(
                sources, byRole, backend, nobody, hierarchy, found, List.copyOf(inconsistencies));
    }
}
