package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.RelationshipModel;

/** Reads {@code insert_<table>} and {@code insert_<table>_one}. */
public final class InsertReader {
    private final RoleSchema schema;

    private InsertReader(RoleSchema schema) {
        this.schema = schema;
    }

    /**
     * Reads the field's arguments.
     *
     * @param rows the argument that holds the rows, {@code objects} or {@code object}
     * @throws org.fitmesh.error.RequestException validation-failed when a column is given that a
     *     relationship determines
     */
    public static InsertPlan read(
            RoleSchema schema,
            RoleTable table,
            SelectedField field,
            String rows,
            WriteResponse response) {
        InsertReader reader = new InsertReader(schema);
        Input objects = field.arguments().get(rows);
        List<Input> elements =
                objects instanceof Input.ListInput list ? list.elements() : List.of(objects);
        Optional<Upsert> upsert = reader.upsert(table, field.arguments().get("on_conflict"));
        List<NestedRow> read =
                reader.rows(
                        table, elements, upsert, field.path().argument(rows), Determined.NOTHING);
        return new InsertSteps(response).plan(table, read, upsert);
    }

    /** The columns of a row that its parent gives values to. */
    private record Determined(List<Column> columns) {
        static final Determined NOTHING = new Determined(List.of());
    }

    /** Hasura names the place of a row only when something is inserted along with rows. */
    private List<NestedRow> rows(
            RoleTable table,
            List<Input> elements,
            Optional<Upsert> upsert,
            ErrorPath path,
            Determined determined) {
        List<NestedRow> rows = new ArrayList<>();
        boolean alone = true;
        for (int i = 0; i < elements.size(); i++) {
            Input.ObjectInput object = (Input.ObjectInput) elements.get(i);
            NestedRow row = row(table, object, upsert, path.index(i), determined);
            alone &= row.isAlone();
            rows.add(row);
        }
        if (alone) {
            rows.replaceAll(row -> row.at(path));
        }
        return rows;
    }

    private NestedRow row(
            RoleTable table,
            Input.ObjectInput object,
            Optional<Upsert> upsert,
            ErrorPath path,
            Determined determined) {
        Map<Column, Operand> given = new LinkedHashMap<>();
        Map<RelationshipModel, Input.ObjectInput> related = new LinkedHashMap<>();
        object.fields()
                .forEach(
                        (name, value) -> {
                            Column column = table.model().columns().get(name);
                            if (column != null) {
                                given.put(column, Arguments.columnValue(value));
                            } else if (value instanceof Input.ObjectInput nested) {
                                related.put(table.model().relationships().get(name), nested);
                            }
                        });
        new DeterminedColumns(table, given.keySet(), determined.columns())
                .check(related.keySet(), path);
        given.putAll(Arguments.presets(table, table.insert().orElseThrow().presets()));
        List<NestedRow.Related> before = new ArrayList<>();
        List<NestedRow.Related> after = new ArrayList<>();
        related.forEach(
                (relationship, nested) ->
                        (relationship.insertedAfter() ? after : before)
                                .add(related(relationship, nested, path)));
        return new NestedRow(given, upsert, before, after, path);
    }

    private NestedRow.Related related(
            RelationshipModel relationship, Input.ObjectInput nested, ErrorPath parent) {
        RoleTable target = schema.table(relationship.target());
        ErrorPath path = parent.key(relationship.name());
        Optional<Upsert> upsert = upsert(target, nested.fields().get("on_conflict"));
        Input data = nested.fields().get("data");
        ErrorPath place = path.key("data");
        List<NestedRow> rows;
        if (!relationship.insertedAfter()) {
            NestedRow row =
                    row(target, (Input.ObjectInput) data, upsert, place, Determined.NOTHING);
            rows = List.of(row);
        } else {
            List<Input> elements =
                    data instanceof Input.ListInput list ? list.elements() : List.of(data);
            rows = rows(target, elements, upsert, place, ofParent(relationship, target));
        }
        return new NestedRow.Related(relationship, target, rows, path);
    }

    private static Determined ofParent(RelationshipModel relationship, RoleTable target) {
        return new Determined(
                relationship.columns().values().stream()
                        .map(target.model().table().columns()::get)
                        .toList());
    }

    private Optional<Upsert> upsert(RoleTable table, Input input) {
        if (!(input instanceof Input.ObjectInput given)) {
            return Optional.empty();
        }
        String constraint = ((Input.EnumName) given.fields().get("constraint")).name();
        List<Column> columns =
                Arguments.distinctColumns(table, given.fields().get("update_columns"));
        if (columns.stream().anyMatch(Objects::isNull)) {
            // the placeholder of an enum of columns that would be empty
            throw new RequestException(
                    ErrorCode.VALIDATION_FAILED, "erroneous column name", given.path());
        }
        Filter where = new WhereReader(schema).read(table, given.fields().get("where"));
        return Optional.of(upsert(table, new Upsert.Target.Constraint(constraint), columns, where));
    }

    private static Upsert upsert(
            RoleTable table, Upsert.Target target, List<Column> columns, Filter where) {
        if (columns.isEmpty()) {
            return new Upsert(target, List.of(), Map.of(), Filter.EVERYTHING, Filter.EVERYTHING);
        }
        UpdateAccess update = table.update().orElseThrow();
        Map<Column, Operand> presets = Arguments.presets(table, update.presets());
        return new Upsert(
                target, columns, presets, Filter.both(update.filter(), where), update.check());
    }
}
