package org.fitmesh.schema.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.table.TableModel;

/**
 * A table as one role sees it.
 *
 * @param fields of its object type, by name in GraphQL: columns first, then relationships
 */
public record RoleTable(
        TableModel model,
        Optional<SelectAccess> select,
        Optional<InsertAccess> insert,
        Optional<UpdateAccess> update,
        Optional<DeleteAccess> delete,
        Map<String, TableField> fields) {

    /** The name of its object type. */
    public String typeName() {
        return model.typeName();
    }

    /** The name of another of its types; see {@link TableModel#typeName(String)}. */
    public String typeName(String what) {
        return model.typeName(what);
    }

    /** The same table with these fields. */
    RoleTable withFields(Map<String, TableField> newFields) {
        return new RoleTable(model, select, insert, update, delete, newFields);
    }

    /** Its columns that the role may read, with their names in GraphQL, in order. */
    public List<Map.Entry<String, Column>> readableColumns() {
        return columnsIn(select.map(SelectAccess::columns).orElse(Set.of()));
    }

    /** Its columns among these (names in the database), with their names in GraphQL, in order. */
    public List<Map.Entry<String, Column>> columnsIn(Set<String> names) {
        return model.columns().entrySet().stream()
                .filter(e -> names.contains(e.getValue().name()))
                .toList();
    }

    /** What introspection says of a column: the metadata's comment, else the database's. */
    public Optional<String> description(Column column) {
        return model.tracked().configuration().comments().column(column.name(), column.comment());
    }

    /**
     * Whether the role reads a column in every row that it sees, and so never null for no right.
     */
    public boolean readsEverywhere(Column column) {
        return readableIn(column.name()).isEmpty();
    }

    /** In which rows the role reads a column or computed field; empty: in all that it sees. */
    public Optional<Filter> readableIn(String name) {
        return select.map(access -> access.readableIn().get(name));
    }

    /** May it be asked for by its whole primary key? */
    public boolean hasReadableKey() {
        return model.table()
                .primaryKey()
                .filter(k -> select.isPresent() && select.get().columns().containsAll(k.columns()))
                .isPresent();
    }

    /** Which rows the role may see; none without a select permission. */
    public Filter visibleRows() {
        Filter filter = select.map(SelectAccess::filter).orElse(Filter.NOTHING);
        return filter.equals(Filter.EVERYTHING) ? filter : new Filter.Rooted(filter);
    }

    public boolean mayAggregate() {
        return select.map(SelectAccess::aggregations).orElse(false);
    }
}
