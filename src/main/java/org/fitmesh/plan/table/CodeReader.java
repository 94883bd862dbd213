package org.fitmesh.plan.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.Selection;
import org.fitmesh.graphql.operation.TypedSelection;
import org.fitmesh.graphql.type.TypeReference;
import org.fitmesh.plan.table.CodeRows.Rows;
import org.fitmesh.schema.RoleEntity;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.filter.Filter;

/** Reads what is selected of the values of Java code: which of them are rows, and what of those. */
public final class CodeReader {
    private final RoleSchema schema;
    private final Map<String, CodeRows> children = new LinkedHashMap<>();
    private final Joins.Below joins = new Joins.Below();

    private CodeReader(RoleSchema schema) {
        this.schema = schema;
    }

    /**
     * What was read of one field.
     *
     * @param rows absent: no row in it
     */
    public record Read(Optional<CodeRows> rows, Joins joins) {}

    /** Reads a field that Java code answers. */
    public static Read field(RoleSchema schema, SelectedField field) {
        TypeReference type = field.definition().type();
        RoleEntity entity = schema.entities().get(type.baseName());
        if (entity != null) {
            return entity(schema, entity, field);
        }
        CodeReader reader = new CodeReader(schema);
        reader.selections(field.selections());
        return new Read(
                reader.children.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CodeRows(reader.children, Optional.empty())),
                reader.joins.alone());
    }

    private static Read entity(RoleSchema schema, RoleEntity entity, SelectedField field) {
        RowReader.Row row = RowReader.read(schema, entity.table(), field.selections());
        TableQuery query =
                new ListReader(schema)
                        .rowsWhere(entity.table(), Filter.EVERYTHING)
                        .withOutputs(row.outputs());
        TypeReference type = field.definition().type();
        boolean required = type.withoutNonNull() instanceof TypeReference.Named && type.isNonNull();
        Rows rows = new Rows(query, type.baseName(), required);
        return new Read(Optional.of(new CodeRows(Map.of(), Optional.of(rows))), row.joins());
    }

    private void selections(List<Selection> selections) {
        for (Selection selection : selections) {
            if (selection instanceof TypedSelection typed) {
                selections(typed.selections());
            } else {
                child((SelectedField) selection);
            }
        }
    }

    private void child(SelectedField selected) {
        Read read = field(schema, selected);
        if (read.rows().isEmpty()) {
            return;
        }
        String key = selected.responseKey();
        if (children.putIfAbsent(key, read.rows().get()) != null) {
            throw new RequestException(
                            ErrorCode.VALIDATION_FAILED,
                            "'" + key + "' is selected on several types of a union or interface",
                            selected.path())
                    .withHint("give each an alias of its own");
        }
        joins.put(key, read.joins());
    }
}
