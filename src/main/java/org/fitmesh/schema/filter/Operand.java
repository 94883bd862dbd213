package org.fitmesh.schema.filter;

import java.util.List;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.graphql.operation.ValueSource;
import org.fitmesh.schema.table.RelationshipModel;

/** The right side of a comparison. */
public sealed interface Operand {

    /** A value given by the client or written in the metadata. */
    record Given(ValueSource source, ErrorPath path) implements Operand {}

    /**
     * A session variable.
     *
     * @param name in lower case, such as {@code x-hasura-user-id}
     */
    record SessionVariable(String name) implements Operand {}

    /**
     * Another column ({@code _ceq} and the like).
     *
     * @param path relationships to follow to its table
     * @param root whether it belongs to the row that the whole expression is about ({@code ["$",
     *     "column"]}), not to the row next to the comparison
     */
    record OtherColumn(List<RelationshipModel> path, String column, boolean root)
            implements Operand {}
}
