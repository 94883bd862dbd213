package org.fitmesh.schema.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.EnumTable;
import org.fitmesh.catalog.Table;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Relationship;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.naming.GraphQLName;
import org.fitmesh.naming.NamingConvention;

/** Resolves tracked tables against the catalog. */
public final class TableModels {

    private final Catalog catalog;
    private final NamingConvention naming;
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    private TableModels(Catalog catalog, NamingConvention naming) {
        this.catalog = catalog;
        this.naming = naming;
    }

    /** The tables that could be resolved, in the order of tracking, and what could not. */
    public record Resolved(
            Map<TableName, TableModel> tables, List<Inconsistency> inconsistencies) {}

    /**
     * Resolves them.
     *
     * @param naming how generated names are spelled
     */
    public static Resolved resolve(
            Catalog catalog, Collection<TrackedTable> tracked, NamingConvention naming) {
        TableModels models = new TableModels(EnumColumns.in(catalog, tracked, naming), naming);
        Map<TableName, TableModel> tables = new LinkedHashMap<>();
        for (TrackedTable entry : tracked) {
            models.table(entry)
                    .filter(model -> models.isFirst(model, tables.values()))
                    .ifPresent(model -> tables.put(model.name(), model));
        }
        models.dropRelationshipsToUntracked(tables);
        ComputedFields computed = new ComputedFields(catalog, tables, models.inconsistencies);
        tables.replaceAll((name, model) -> model.withComputedFields(computed.of(model)));
        return new Resolved(tables, List.copyOf(models.inconsistencies));
    }

    /** Two tables of one name, as it is spelled, would have their types mixed up. */
    private boolean isFirst(TableModel model, Collection<TableModel> before) {
        Optional<TableModel> other =
                before.stream().filter(one -> one.typeName().equals(model.typeName())).findFirst();
        other.ifPresent(
                one ->
                        inconsistencies.add(
                                new Inconsistency(
                                        "table",
                                        model.name().toString(),
                                        "Found conflicting definitions for GraphQL type '%s': table %s has that name, too; set configuration.custom_name"
                                                .formatted(model.typeName(), one.name()),
                                        Inconsistency.Cause.CLASHING)));
        return other.isEmpty();
    }

    private Optional<TableModel> table(TrackedTable tracked) {
        Optional<Table> table = catalog.find(tracked.table());
        if (table.isEmpty()) {
            return reject(
                    "table",
                    tracked.table().toString(),
                    "no such table or view exists in the database: create it, or untrack it");
        }
        if (catalog.enums().get(tracked.table()) instanceof EnumTable.Refused refused) {
            return reject("table", tracked.table().toString(), refused.reason());
        }
        String name = graphqlName(tracked);
        if (!GraphQLName.isFree(name)) {
            return reject(
                    "table",
                    tracked.table().toString(),
                    "'" + name + "' is no GraphQL name: set configuration.custom_name");
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        Optional<String> conflict = addColumns(tracked, table.get(), columns);
        if (conflict.isPresent()) {
            return reject("table", tracked.table().toString(), conflict.get());
        }
        Map<String, RelationshipModel> relationships = new LinkedHashMap<>();
        for (Relationship relationship : tracked.relationships()) {
            relationship(table.get(), columns, relationship)
                    .ifPresent(model -> relationships.put(model.name(), model));
        }
        return Optional.of(
                new TableModel(
                        tracked,
                        table.get(),
                        name,
                        new TableNames(tracked, naming),
                        columns,
                        relationships,
                        Map.of()));
    }

    static String graphqlName(TrackedTable tracked) {
        return tracked.configuration().customName().orElseGet(() -> usualName(tracked.table()));
    }

    private static String usualName(TableName table) {
        return table.toString().replace('.', '_');
    }

    /** Two columns of one name are told in Hasura's words. */
    private Optional<String> addColumns(
            TrackedTable tracked, Table table, Map<String, Column> columns) {
        for (Column column : table.columns().values()) {
            String custom = tracked.configuration().columnNames().get(column.name());
            // Hasura leaves out a column that GraphQL cannot name
            if (!GraphQLName.isFree(custom == null ? column.name() : custom)) {
                continue;
            }
            String name = custom == null ? naming.field(column.name()) : custom;
            Column other = columns.putIfAbsent(name, column);
            if (other != null) {
                return Optional.of(
                        "the definitions of columns \"%s\" and \"%s\" are in conflict: they are mapped to the same field name, \"%s\""
                                .formatted(other.name(), column.name(), name));
            }
        }
        return Optional.empty();
    }

    private Optional<RelationshipModel> relationship(
            Table own, Map<String, Column> columns, Relationship relationship) {
        String label = own.name() + "." + relationship.name();
        if (!GraphQLName.isFree(relationship.name()) || columns.containsKey(relationship.name())) {
            return reject(
                    type(relationship),
                    label,
                    "the name is taken by a column or is no GraphQL name: rename the relationship");
        }
        Optional<RelationshipModel> model =
                new RelationshipKeys(catalog).resolve(own, relationship);
        if (model.isEmpty()) {
            return reject(type(relationship), label, unresolved(relationship));
        }
        return model;
    }

    /** Hasura's words where it is a foreign key. */
    private static String unresolved(Relationship relationship) {
        return relationship.using() instanceof Relationship.Using.Manual
                ? "the column mapping fits no table: check its table and columns"
                : "no foreign constraint exists on the given column(s)";
    }

    /** A relationship can lead only to a table that is tracked itself. */
    private void dropRelationshipsToUntracked(Map<TableName, TableModel> tables) {
        for (TableModel model : tables.values()) {
            model.relationships().values().removeIf(r -> !isTracked(tables, model, r));
        }
    }

    private boolean isTracked(
            Map<TableName, TableModel> tables, TableModel own, RelationshipModel relationship) {
        if (tables.containsKey(relationship.target())) {
            return true;
        }
        reject(
                relationship.isArray() ? "array_relation" : "object_relation",
                own.name() + "." + relationship.name(),
                "the table " + relationship.target() + " is not tracked: track it");
        return false;
    }

    private static String type(Relationship relationship) {
        return relationship.kind() == Relationship.Kind.ARRAY
                ? "array_relation"
                : "object_relation";
    }

    private <T> Optional<T> reject(String type, String name, String reason) {
        inconsistencies.add(new Inconsistency(type, name, reason));
        return Optional.empty();
    }
}
