package org.fitmesh.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.type.RootField;
import org.fitmesh.schema.type.TypesOfTable;

/**
 * Everything that one role sees, in one snapshot.
 *
 * @param tables by name in the database
 * @param queries root fields of tables by name
 * @param mutations root fields of tables by name
 * @param remoteQueries name of a root field to the remote that answers it
 * @param remoteMutations name of a root field to the remote that answers it
 * @param codeQueries names of the root fields that Java code answers
 * @param codeMutations names of the root fields that Java code answers
 * @param entities the tables whose rows Java code may return, by the names of their types
 * @param remotes by name
 * @param types the types of all sources together
 * @param introspection whether the role may ask for {@code __schema} and {@code __type}
 * @param namespace the field of the roots that the root fields of tables are below; empty: they are
 *     fields of the roots themselves
 * @param collapsesNulls whether a null in a comparison counts as true instead of being refused
 * @param customization of the names of root fields and types of tables
 * @param parts what each table gave to the types, for the next schema to take what stays
 */
public record RoleSchema(
        String role,
        Map<TableName, RoleTable> tables,
        Map<String, RootField> queries,
        Map<String, RootField> mutations,
        Map<String, String> remoteQueries,
        Map<String, String> remoteMutations,
        Set<String> codeQueries,
        Set<String> codeMutations,
        Map<String, RoleEntity> entities,
        Map<String, RemoteSchema> remotes,
        TypeSystem types,
        boolean introspection,
        Optional<String> namespace,
        boolean collapsesNulls,
        SourceCustomization customization,
        Map<TableName, TypesOfTable> parts) {

    /**
     * A table that a relationship of the schema leads to.
     *
     * @throws IllegalStateException when the role cannot see it: the schema would not have the
     *     field
     */
    public RoleTable table(TableName name) {
        RoleTable table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("role " + role + " has no table " + name);
        }
        return table;
    }

    /**
     * The columns that the role does not read in every row: per table and column, in which rows it
     * does.
     */
    public Map<TableName, Map<String, Filter>> readableIn() {
        Map<TableName, Map<String, Filter>> some = new HashMap<>();
        tables.forEach(
                (name, table) ->
                        table.select()
                                .filter(access -> !access.readableIn().isEmpty())
                                .ifPresent(access -> some.put(name, access.readableIn())));
        return some;
    }

    /** Are the values of enum tables spelled in capitals? */
    public boolean hasCapitalEnums() {
        return customization.naming() == NamingConvention.GRAPHQL_DEFAULT;
    }

    /** The remote that a joined field leads to. */
    public RemoteSchema remoteOf(TableField.RemoteField field) {
        return remotes.get(field.relationship().remoteSchema());
    }
}
