package org.fitmesh.plan.table;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.TableName;
import org.fitmesh.graphql.operation.Input;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.metadata.InputValidation;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.access.DeleteAccess;
import org.fitmesh.schema.access.InsertAccess;
import org.fitmesh.schema.access.RoleTable;
import org.fitmesh.schema.access.UpdateAccess;
import org.fitmesh.schema.table.RelationshipModel;

/**
 * Reads what handlers are asked about, in the form that Hasura sends it: of an insert the rows,
 * with columns by their names in the database; of an update and a delete the arguments.
 */
public final class ValidationReader {
    private static final ValueSource NULL = new ValueSource.Constant(NullNode.getInstance());

    private final RoleSchema schema;

    /** By table, in the order in which they are met: each handler is asked once. */
    private final Map<TableName, Rows> inserted = new LinkedHashMap<>();

    private ValidationReader(RoleSchema schema) {
        this.schema = schema;
    }

    private record Rows(InputValidation handler, List<ValueSource> rows) {}

    /**
     * Who is asked about an insert: for each table that has a handler all of its rows, wherever in
     * the request they are; a table comes before those whose rows are given along with its own.
     *
     * @param rows the argument that holds the rows, {@code objects} or {@code object}
     */
    public static List<Validation> insert(
            RoleSchema schema, RoleTable table, SelectedField field, String rows) {
        ValidationReader reader = new ValidationReader(schema);
        reader.rows(table, field.arguments().get(rows));
        return reader.inserted.values().stream()
                .map(r -> new Validation(r.handler(), new ValueSource.ListOf(r.rows())))
                .toList();
    }

    /** {@code update_<table>} and {@code update_<table>_by_pk}. */
    public static List<Validation> update(RoleTable table, SelectedField field) {
        return of(table.update().flatMap(UpdateAccess::validation), object(field.arguments()));
    }

    /** {@code update_<table>_many}. */
    public static List<Validation> updates(RoleTable table, SelectedField field) {
        return table
                .update()
                .flatMap(UpdateAccess::validation)
                .map(h -> new Validation(h, source(field.arguments().get("updates"))))
                .stream()
                .toList();
    }

    /** {@code delete_<table>}. */
    public static List<Validation> delete(RoleTable table, SelectedField field) {
        return of(table.delete().flatMap(DeleteAccess::validation), object(field.arguments()));
    }

    /** {@code delete_<table>_by_pk}: told in the words of an update by primary key. */
    public static List<Validation> deleteByKey(RoleTable table, SelectedField field) {
        return of(
                table.delete().flatMap(DeleteAccess::validation),
                new ValueSource.ObjectOf(Map.of("pk_columns", object(field.arguments()))));
    }

    private static List<Validation> of(Optional<InputValidation> handler, ValueSource arguments) {
        return handler
                .map(h -> new Validation(h, new ValueSource.ListOf(List.of(arguments))))
                .stream()
                .toList();
    }

    /** The rows as their handler and those of the tables before see them. */
    private List<ValueSource> rows(RoleTable table, Input given) {
        Optional<Rows> known =
                table.insert()
                        .flatMap(InsertAccess::validation)
                        .map(h -> new Rows(h, new ArrayList<>()))
                        .map(r -> inserted.computeIfAbsent(table.model().name(), name -> r));
        List<ValueSource> rows = new ArrayList<>();
        for (Input row : given instanceof Input.ListInput l ? l.elements() : List.of(given)) {
            Map<String, ValueSource> values = new LinkedHashMap<>();
            ValueSource source = new ValueSource.ObjectOf(values);
            rows.add(source);
            known.ifPresent(k -> k.rows().add(source));
            ((Input.ObjectInput) row)
                    .fields()
                    .forEach((name, value) -> value(table, name, value, values));
        }
        return rows;
    }

    private void value(RoleTable table, String name, Input value, Map<String, ValueSource> values) {
        Column column = table.model().columns().get(name);
        if (column != null) {
            values.put(column.name(), source(value));
        } else if (value instanceof Input.ObjectInput nested) {
            RelationshipModel relationship = table.model().relationships().get(name);
            values.put(name, new ValueSource.ObjectOf(Map.of("data", data(relationship, nested))));
        }
    }

    private ValueSource data(RelationshipModel relationship, Input.ObjectInput nested) {
        RoleTable target = schema.table(relationship.target());
        List<ValueSource> rows = rows(target, nested.fields().get("data"));
        return relationship.isArray() ? new ValueSource.ListOf(rows) : rows.get(0);
    }

    private static ValueSource source(Input input) {
        if (input instanceof Input.Leaf leaf) {
            return leaf.source();
        }
        if (input instanceof Input.EnumName name) {
            return new ValueSource.Constant(TextNode.valueOf(name.name()));
        }
        if (input instanceof Input.ListInput list) {
            return new ValueSource.ListOf(
                    list.elements().stream().map(ValidationReader::source).toList());
        }
        return input instanceof Input.ObjectInput object ? object(object.fields()) : NULL;
    }

    private static ValueSource object(Map<String, Input> fields) {
        Map<String, ValueSource> sources = new LinkedHashMap<>();
        fields.forEach((name, value) -> sources.put(name, source(value)));
        return new ValueSource.ObjectOf(sources);
    }
}
