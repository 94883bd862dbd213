package org.fitmesh.schema.table;

import java.util.Map;
import org.fitmesh.catalog.TableName;
import org.fitmesh.metadata.Relationship;

/**
 * A relationship whose tables and columns exist.
 *
 * @param columns own column to the other table's column
 * @param nullable for an object: whether the row may be missing (Hasura: not null over the table's
 *     own foreign key when its columns are not null)
 * @param unique whether at most one row can match, by a key of the other table
 * @param insertedAfter whether a nested insert writes the related rows after the row itself, whose
 *     columns give theirs; otherwise before, and they give the row's
 */
public record RelationshipModel(
        String name,
        Relationship.Kind kind,
        TableName target,
        Map<String, String> columns,
        boolean nullable,
        boolean unique,
        boolean insertedAfter) {

    /** Related rows over a key of the row itself, which are there before it. */
    public RelationshipModel(
            String name,
            Relationship.Kind kind,
            TableName target,
            Map<String, String> columns,
            boolean nullable,
            boolean unique) {
        this(name, kind, target, columns, nullable, unique, kind == Relationship.Kind.ARRAY);
    }

    /** The same relationship from other columns of its own side. */
    public RelationshipModel over(Map<String, String> newColumns) {
        return new RelationshipModel(
                name, kind, target, newColumns, nullable, unique, insertedAfter);
    }

    public boolean isArray() {
        return kind == Relationship.Kind.ARRAY;
    }
}
