package org.fitmesh.schema.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.TableName;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * What one table gives to the schema of a role. It follows from the table and from those next to
 * it, as the role sees them: where these are as before, so is it as long as names are spelled the
 * same and {@link TypeOptions} are, and the next snapshot takes it as it is. A change of the
 * metadata then costs what it changes, and not all tables of all roles.
 *
 * @param related the tables that relationships and computed fields lead to
 * @param types those that other tables need too among them
 * @param queries root fields, of which two may have one name
 * @param mutations the same
 */
public record TypesOfTable(
        RoleTable table,
        List<RoleTable> related,
        CollectedTypes types,
        List<RootField> queries,
        List<RootField> mutations) {

    /**
     * Generates them.
     *
     * @param tables all that the role sees
     * @param types collects them; nothing is in it yet
     * @param shared gives the same object for the same type
     */
    static TypesOfTable of(
            RoleTable table,
            Map<TableName, RoleTable> tables,
            TypeCollector types,
            SharedTypes shared) {
        QueryFields queries = new QueryFields(types);
        MutationFields mutations = new MutationFields(types);
        addTypes(types, tables, table);
        table.select().ifPresent(access -> queries.add(table, access));
        addMutations(types, tables, mutations, table);
        return new TypesOfTable(
                table,
                related(table, tables),
                types.collected(shared),
                queries.fields(),
                mutations.fields());
    }

    /** Does the same follow from this table among these tables? */
    boolean fits(RoleTable now, Map<TableName, RoleTable> tables) {
        return table.equals(now) && related.equals(related(now, tables));
    }

    private static List<RoleTable> related(RoleTable table, Map<TableName, RoleTable> tables) {
        Set<TableName> names = new LinkedHashSet<>();
        for (RelationshipModel relationship : table.model().relationships().values()) {
            names.add(relationship.target());
        }
        for (ComputedFieldModel field : table.model().computedFields().values()) {
            if (field.result() instanceof ComputedFieldModel.Rows rows) {
                names.add(rows.table());
            }
        }
        return names.stream().map(tables::get).filter(Objects::nonNull).toList();
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
}
