package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/** Reads {@code insert_<table>} and {@code insert_<table>_one}. */
public final class InsertReader {
    private final RoleSchema schema;
    private final RoleTable table;
    private final InsertAccess access;
    private final SelectedField field;

    private InsertReader(RoleSchema schema, RoleTable table, SelectedField field) {
        this.schema = schema;
        this.table = table;
        this.field = field;
        this.access = table.insert().orElseThrow();
    }

    /**
     * Reads the field's arguments.
     *
     * @param rows the argument that holds the rows, {@code objects} or {@code object}
     */
    public static InsertQuery read(
            RoleSchema schema,
            RoleTable table,
            SelectedField field,
            String rows,
            WriteResponse response) {
        InsertReader reader = new InsertReader(schema, table, field);
        return reader.query(field.arguments().get(rows), response);
    }

    private InsertQuery query(Input objects, WriteResponse response) {
        List<Map<Column, Operand>> rows = new ArrayList<>();
        if (objects instanceof Input.ListInput list) {
            list.elements().forEach(object -> rows.add(row((Input.ObjectInput) object)));
        } else {
            rows.add(row((Input.ObjectInput) objects));
        }
        return new InsertQuery(table.model().table(), rows, upsert(), access.check(), response);
    }

    private Map<Column, Operand> row(Input.ObjectInput object) {
        Map<Column, Operand> row = new LinkedHashMap<>();
        object.fields()
                .forEach(
                        (name, value) ->
                                row.put(
                                        table.model().columns().get(name),
                                        Arguments.columnValue(value)));
        row.putAll(Arguments.presets(table, access.presets()));
        return row;
    }

    private Optional<Upsert> upsert() {
        if (!(field.arguments().get("on_conflict") instanceof Input.ObjectInput given)) {
            return Optional.empty();
        }
        String constraint = ((Input.EnumName) given.fields().get("constraint")).name();
        List<Column> columns =
                Arguments.columns(table, given.fields().get("update_columns")).stream()
                        .filter(Objects::nonNull)
                        .toList();
        Filter where = new WhereReader(schema).read(table, given.fields().get("where"));
        return Optional.of(upsert(constraint, columns, where));
    }

    private Upsert upsert(String constraint, List<Column> columns, Filter where) {
        if (columns.isEmpty()) {
            return new Upsert(
                    constraint, List.of(), Map.of(), Filter.EVERYTHING, Filter.EVERYTHING);
        }
        UpdateAccess update = table.update().orElseThrow();
        Map<Column, Operand> presets = Arguments.presets(table, update.presets());
        return new Upsert(
                constraint, columns, presets, Filter.both(update.filter(), where), update.check());
    }
}
