package org.fitmesh.plan.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fitmesh.catalog.Column;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.plan.table.UpdateQuery.Change;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.table.UpdateOperator;

/** Reads {@code update_<table>}, {@code update_<table>_by_pk}, {@code update_<table>_many}. */
public final class UpdateReader {
    private final RoleSchema schema;
    private final RoleTable table;
    private final UpdateAccess access;
    private final WriteResponse response;

    private UpdateReader(RoleSchema schema, RoleTable table, WriteResponse response) {
        this.schema = schema;
        this.table = table;
        this.access = table.update().orElseThrow();
        this.response = response;
    }

    /**
     * {@code update_<table>} and {@code update_<table>_by_pk}.
     *
     * @throws RequestException validation-failed when operators share a column
     */
    public static UpdateQuery read(
            RoleSchema schema, RoleTable table, SelectedField field, WriteResponse response) {
        return new UpdateReader(schema, table, response)
                .query(field.arguments(), field.path().arguments());
    }

    /**
     * {@code update_<table>_many}.
     *
     * @return the updates in their order
     * @throws RequestException validation-failed when operators share a column
     */
    public static List<UpdateQuery> readMany(
            RoleSchema schema, RoleTable table, SelectedField field, WriteResponse response) {
        UpdateReader reader = new UpdateReader(schema, table, response);
        List<UpdateQuery> queries = new ArrayList<>();
        for (Input update : ((Input.ListInput) field.arguments().get("updates")).elements()) {
            queries.add(reader.query(((Input.ObjectInput) update).fields(), update.path()));
        }
        return queries;
    }

    private UpdateQuery query(Map<String, Input> arguments, ErrorPath path) {
        return new UpdateQuery(
                table.model().table(),
                changes(arguments, path),
                Filter.both(access.filter(), rows(arguments)),
                access.check(),
                response);
    }

    private Filter rows(Map<String, Input> arguments) {
        if (arguments.get("pk_columns") instanceof Input.ObjectInput key) {
            return KeyReader.key(table, key.fields());
        }
        return new WhereReader(schema).read(table, arguments.get("where"));
    }

    private Map<Column, Change> changes(Map<String, Input> arguments, ErrorPath path) {
        Map<Column, Change> changes = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (UpdateOperator operator : UpdateOperator.all()) {
            if (!(arguments.get(operator.argument()) instanceof Input.ObjectInput object)) {
                continue;
            }
            for (Map.Entry<String, Input> value : object.fields().entrySet()) {
                Column column = table.model().columns().get(value.getKey());
                Change change =
                        new Change.Operated(operator, Arguments.columnValue(value.getValue()));
                if (changes.put(column, change) != null) {
                    twice.add(column.name());
                }
            }
        }
        refuse(twice, path);
        Arguments.presets(table, access.presets())
                .forEach(
                        (column, value) ->
                                changes.put(
                                        column, new Change.Operated(UpdateOperator.SET, value)));
        return changes;
    }

    private static void refuse(Set<String> twice, ErrorPath path) {
        if (twice.isEmpty()) {
            return;
        }
        String names =
                twice.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        throw new RequestException(
                ErrorCode.VALIDATION_FAILED,
                "Column found in multiple operators: [" + names + "].",
                path);
    }
}
