package org.fitmesh.schema.access;

import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Column;
import org.fitmesh.catalog.PgType;
import org.fitmesh.catalog.TableName;
import org.fitmesh.code.CodeEntity;
import org.fitmesh.graphql.type.FieldDefinition;
import org.fitmesh.graphql.type.InputObjectType;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.schema.filter.Filter;
import org.fitmesh.schema.filter.FunctionCall;
import org.fitmesh.schema.table.ComputedFieldModel;
import org.fitmesh.schema.table.RelationshipModel;

/** A field of a table's object type, as a role sees it. */
public sealed interface TableField {

    /** A column. */
    record ColumnField(Column column) implements TableField {}

    /** One row or a list of rows of another table. */
    record RelationshipField(RelationshipModel relationship) implements TableField {}

    /** {@code <array relationship>_aggregate}. */
    record AggregateField(RelationshipModel relationship) implements TableField {}

    /**
     * A single value that a function computes of the row.
     *
     * @param readableIn in which rows the role reads it; empty: in all
     */
    record ComputedValue(ComputedFieldModel field, PgType type, Optional<Filter> readableIn)
            implements TableField {
        /** The call as the role sees its value. */
        public FunctionCall seen(FunctionCall call) {
            return call.readableIn(readableIn);
        }
    }

    /** Rows of a table that a function finds for the row. */
    record ComputedRows(ComputedFieldModel field, TableName target) implements TableField {}

    /**
     * A field of a remote schema, joined by columns.
     *
     * @param definition the field as the table's object type shows it
     * @param inputs types of its arguments that the remote does not have
     */
    record RemoteField(
            RemoteRelationship relationship,
            FieldDefinition definition,
            List<InputObjectType> inputs)
            implements TableField {}

    /**
     * A field that Java code adds to the table of an entity ({@code @Source}).
     *
     * @param definition the field as the table's object type shows it
     */
    record SourceField(CodeEntity entity, FieldDefinition definition) implements TableField {}
}
