package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.plan.table.InsertQuery.Response;
import org.fitmesh.plan.table.InsertQuery.Upsert;
import org.fitmesh.remote.join.JoinTree;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.Operand;

/** Reads {@code insert_<table>} and {@code insert_<table>_one}. */
public final class InsertReader {
    private static final Operand NULL =
            new Operand.Given(new ValueSource.Constant(NullNode.getInstance()), ErrorPath.ROOT);

    private final RoleSchema schema;
    private final RoleTable table;
    private final InsertAccess access;
    private final SelectedField field;
    private final Map<String, JoinTree> joins = new LinkedHashMap<>();

    private InsertReader(RoleSchema schema, RoleTable table, SelectedField field) {
        this.schema = schema;
        this.table = table;
        this.field = field;
        this.access = table.insert().orElseThrow();
    }

    /** What was read, and where remotes join into the answer. */
    public record Read(InsertQuery query, JoinTree joins) {}

    /** {@code insert_<table>}. */
    public static Read many(RoleSchema schema, RoleTable table, SelectedField field) {
        InsertReader reader = new InsertReader(schema, table, field);
        List<Response> response = new ArrayList<>();
        for (Selection selection : field.selections()) {
            response.add(reader.response((SelectedField) selection));
        }
        InsertQuery query = reader.query(field.arguments().get("objects"), response, false);
        return new Read(query, new JoinTree(reader.joins, List.of()));
    }

    /** {@code insert_<table>_one}. */
    public static Read one(RoleSchema schema, RoleTable table, SelectedField field) {
        InsertReader reader = new InsertReader(schema, table, field);
        RowReader.Row row = RowReader.read(schema, table, field.selections());
        Response returning = new Response.Returning("returning", row.outputs());
        Input object = field.arguments().get("object");
        return new Read(reader.query(object, List.of(returning), true), row.joins());
    }

    private InsertQuery query(Input objects, List<Response> response, boolean single) {
        List<Map<Column, Operand>> rows = new ArrayList<>();
        if (objects instanceof Input.ListInput list) {
            list.elements().forEach(object -> rows.add(row((Input.ObjectInput) object)));
        } else {
            rows.add(row((Input.ObjectInput) objects));
        }
        return new InsertQuery(
                table.model().table(), rows, upsert(), access.check(), response, single);
    }

    private Map<Column, Operand> row(Input.ObjectInput object) {
        Map<Column, Operand> row = new LinkedHashMap<>();
        object.fields()
                .forEach(
                        (name, value) ->
                                row.put(
                                        table.model().columns().get(name),
                                        Arguments.value(value).orElse(NULL)));
        access.presets()
                .forEach(
                        (name, value) -> row.put(table.model().table().columns().get(name), value));
        return row;
    }

    private Response response(SelectedField selected) {
        String key = selected.responseKey();
        return switch (selected.name()) {
            case "__typename" ->
                    new Response.TypeName(key, table.graphqlName() + "_mutation_response");
            case "affected_rows" -> new Response.AffectedRows(key);
            default -> {
                RowReader.Row row = RowReader.read(schema, table, selected.selections());
                if (!row.joins().isEmpty()) {
                    joins.put(key, row.joins());
                }
                yield new Response.Returning(key, row.outputs());
            }
        };
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
        Map<Column, Operand> presets = new LinkedHashMap<>();
        update.presets()
                .forEach(
                        (name, value) ->
                                presets.put(table.model().table().columns().get(name), value));
        return new Upsert(
                constraint, columns, presets, Filter.both(update.filter(), where), update.check());
    }
}
