package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.List;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.plan.table.AggregateQuery.ColumnItem;
import org.fitmesh.plan.table.AggregateQuery.Item;
import org.fitmesh.plan.table.AggregateQuery.Part;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.FunctionCall;

/** Reads {@code <table>_aggregate}. */
public final class AggregateReader {
    private static final String TYPENAME = "__typename";

    private final RoleSchema schema;
    private final RoleTable table;
    private final SelectedField field;
    private final List<Part> parts = new ArrayList<>();
    private final Joins.Below joins = new Joins.Below();

    private AggregateReader(RoleSchema schema, RoleTable table, SelectedField field) {
        this.schema = schema;
        this.table = table;
        this.field = field;
    }

    /** What was read; remotes and code can join into {@code nodes}. */
    public record Read(AggregateQuery query, Joins joins) {}

    /** Reads the field, its arguments included. */
    public static Read read(RoleSchema schema, RoleTable table, SelectedField field) {
        AggregateReader reader = new AggregateReader(schema, table, field);
        field.selections().forEach(selection -> reader.part((SelectedField) selection));
        TableQuery rows =
                new ListReader(schema).countedRows(table, field.arguments(), field.path());
        return new Read(new AggregateQuery(rows, reader.parts), reader.joins.alone());
    }

    private void part(SelectedField selected) {
        String key = selected.responseKey();
        switch (selected.name()) {
            case TYPENAME -> parts.add(new Part.TypeName(key, selected.parentType()));
            case "nodes" -> nodes(key, selected);
            default -> parts.add(new Part.Aggregates(key, items(selected.selections())));
        }
    }

    private void nodes(String key, SelectedField selected) {
        RowReader.Row row = RowReader.read(schema, table, selected.selections());
        joins.put(key, row.joins());
        TableQuery query =
                new ListReader(schema)
                        .rows(table, field.arguments(), field.path())
                        .withOutputs(row.outputs());
        parts.add(new Part.Nodes(key, query));
    }

    private List<Item> items(List<Selection> selections) {
        List<Item> items = new ArrayList<>();
        selections.forEach(selection -> items.add(item((SelectedField) selection)));
        return items;
    }

    private Item item(SelectedField selected) {
        String key = selected.responseKey();
        if (selected.name().equals(TYPENAME)) {
            return new Item.TypeName(key, selected.parentType());
        }
        if (selected.name().equals("count")) {
            return new Item.Count(
                    key,
                    Arguments.columns(table, selected.arguments().get("columns")),
                    Arguments.value(selected.arguments().get("distinct")));
        }
        return new Item.OfColumns(key, selected.name(), columns(selected));
    }

    private List<ColumnItem> columns(SelectedField function) {
        List<ColumnItem> columns = new ArrayList<>();
        for (Selection selection : function.selections()) {
            columns.add(column((SelectedField) selection));
        }
        return columns;
    }

    private ColumnItem column(SelectedField selected) {
        String key = selected.responseKey();
        TableField field = table.fields().get(selected.name());
        if (field instanceof TableField.ColumnField column) {
            return new ColumnItem.OfColumn(key, column.column());
        }
        if (field instanceof TableField.ComputedValue computed) {
            FunctionCall call =
                    FunctionReader.call(
                            computed.field().function(), selected.arguments(), selected.path());
            return new ColumnItem.OfComputed(key, computed.seen(call), computed.type());
        }
        return new ColumnItem.TypeName(key, selected.parentType());
    }
}
