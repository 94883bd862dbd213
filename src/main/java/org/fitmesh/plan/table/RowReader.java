package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.catalog.Column;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.remote.join.RemoteJoin;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.TableField;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.filter.Operand;
import org.fitmesh.schema.table.ComputedFieldModel;

/**
 * Reads the selection on a table's object type: what each row holds, and where remotes and code
 * join in.
 */
public final class RowReader {
    private final RoleSchema schema;
    private final RoleTable table;
    private final List<RowOutput> outputs = new ArrayList<>();
    private final Joins.Below below = new Joins.Below();
    private final List<RemoteJoin> joins = new ArrayList<>();
    private final List<SelectedField> sources = new ArrayList<>();
    private final Map<String, CodeRows> sourceRows = new LinkedHashMap<>();
    private final Set<String> responseKeys = new HashSet<>();
    private final Map<String, String> hiddenKeys = new LinkedHashMap<>();

    private RowReader(RoleSchema schema, RoleTable table) {
        this.schema = schema;
        this.table = table;
    }

    /**
     * What was read.
     *
     * @param joins where remotes and code join into the row and below it
     */
    public record Row(List<RowOutput> outputs, Joins joins) {}

    /** Reads a selection on that table. */
    public static Row read(RoleSchema schema, RoleTable table, List<Selection> selections) {
        RowReader reader = new RowReader(schema, table);
        List<SelectedField> fields = selections.stream().map(SelectedField.class::cast).toList();
        fields.forEach(field -> reader.responseKeys.add(field.responseKey()));
        for (int i = 0; i < fields.size(); i++) {
            reader.field(fields.get(i), fields.subList(i + 1, fields.size()));
        }
        return new Row(reader.outputs, reader.below.with(reader.joins, reader.sourceRequest()));
    }

    private void field(SelectedField selected, List<SelectedField> following) {
        String key = selected.responseKey();
        if (selected.name().equals("__typename")) {
            outputs.add(new RowOutput.TypeName(key, selected.parentType()));
            return;
        }
        TableField field = table.fields().get(selected.name());
        if (field instanceof TableField.ColumnField column) {
            outputs.add(new RowOutput.ColumnValue(key, column.column(), jsonPath(selected)));
        } else if (field instanceof TableField.RelationshipField related) {
            related(key, related, selected);
        } else if (field instanceof TableField.AggregateField aggregate) {
            aggregate(key, aggregate, selected);
        } else if (field instanceof TableField.ComputedValue computed) {
            computedValue(key, computed, selected);
        } else if (field instanceof TableField.ComputedRows computed) {
            computedRows(key, computed, selected);
        } else if (field instanceof TableField.SourceField) {
            source(selected);
        } else {
            join((TableField.RemoteField) field, selected, following);
        }
    }

    private void computedValue(
            String key, TableField.ComputedValue computed, SelectedField selected) {
        FunctionCall call =
                FunctionReader.call(
                        computed.field().function(), selected.arguments(), selected.path());
        Optional<Operand> path = jsonPath(selected);
        outputs.add(new RowOutput.ComputedValue(key, computed.seen(call), computed.type(), path));
    }

    /** Hasura tells of a wrong path at the arguments, not at the one. */
    private static Optional<Operand> jsonPath(SelectedField selected) {
        return selected.arguments().get("path") instanceof Input.Leaf leaf
                ? Optional.of(new Operand.Given(leaf.source(), selected.path().arguments()))
                : Optional.empty();
    }

    private void computedRows(
            String key, TableField.ComputedRows computed, SelectedField selected) {
        RoleTable target = schema.table(computed.target());
        Row row = read(schema, target, selected.selections());
        below.put(key, row.joins());
        FunctionCall call =
                FunctionReader.call(
                        computed.field().function(), selected.arguments(), selected.path());
        TableQuery query =
                new ListReader(schema)
                        .rows(target, selected.arguments(), selected.path())
                        .from(new RowSource.OfFunction(call))
                        .withOutputs(row.outputs());
        outputs.add(new RowOutput.ComputedRows(key, query));
    }

    /** Its value comes later; the row keeps the place, so that the keys are in their order. */
    private void source(SelectedField selected) {
        outputs.add(new RowOutput.Nothing(selected.responseKey()));
        sources.add(selected);
        CodeReader.Read read = CodeReader.field(schema, selected);
        read.rows().ifPresent(rows -> sourceRows.put(selected.responseKey(), rows));
        below.put(selected.responseKey(), read.joins());
    }

    private Optional<SourceRequest> sourceRequest() {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        CodeEntity entity = schema.entities().get(sources.get(0).parentType()).entity();
        List<String> keys = new ArrayList<>();
        for (String column : entity.keyColumns()) {
            String key = unusedKey("__code_", keys.size());
            outputs.add(new RowOutput.ColumnText(key, table.model().table().columns().get(column)));
            keys.add(key);
        }
        return Optional.of(
                new SourceRequest(
                        entity, keys, sources, new CodeRows(sourceRows, Optional.empty())));
    }

    private void related(String key, TableField.RelationshipField field, SelectedField selected) {
        RoleTable target = schema.table(field.relationship().target());
        Row row = read(schema, target, selected.selections());
        below.put(key, row.joins());
        ListReader lists = new ListReader(schema);
        if (field.relationship().isArray()) {
            TableQuery query =
                    lists.rows(target, selected.arguments(), selected.path())
                            .withOutputs(row.outputs());
            outputs.add(new RowOutput.RelatedRows(key, field.relationship(), query));
        } else {
            TableQuery query =
                    lists.rowsWhere(target, Filter.EVERYTHING).withOutputs(row.outputs());
            outputs.add(new RowOutput.RelatedRow(key, field.relationship(), query));
        }
    }

    private void aggregate(String key, TableField.AggregateField field, SelectedField selected) {
        RoleTable target = schema.table(field.relationship().target());
        AggregateReader.Read read = AggregateReader.read(schema, target, selected);
        below.put(key, read.joins());
        outputs.add(new RowOutput.RelatedAggregate(key, field.relationship(), read.query()));
    }

    private void join(
            TableField.RemoteField field, SelectedField selected, List<SelectedField> following) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : field.relationship().columns()) {
            columns.put(column, hiddenKey(column));
        }
        Set<String> after = new LinkedHashSet<>();
        following.forEach(f -> after.add(f.responseKey()));
        joins.add(
                new RemoteJoin(
                        selected.responseKey(),
                        schema.remoteOf(field),
                        columns,
                        field.relationship().path(),
                        selected,
                        after));
    }

    /** Two joins over one column share it. No alias of the client may be the same. */
    private String hiddenKey(String column) {
        return hiddenKeys.computeIfAbsent(
                column,
                name -> {
                    String key = unusedKey("__join_", hiddenKeys.size());
                    outputs.add(hidden(key, name));
                    return key;
                });
    }

    private RowOutput hidden(String key, String name) {
        Column column = table.model().table().columns().get(name);
        if (column != null) {
            return new RowOutput.PlainColumn(key, column);
        }
        ComputedFieldModel computed = table.model().computedFields().get(name);
        FunctionCall call = FunctionCall.withoutInputs(computed.function());
        return new RowOutput.PlainComputed(key, call.readableIn(table.readableIn(name)));
    }

    private String unusedKey(String prefix, int number) {
        String key = prefix + number;
        while (!responseKeys.add(key)) {
            key = "_" + key;
        }
        return key;
    }
}
