package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A relationship from a table to a remote schema ({@code to_remote_schema}; the old flat form is
 * read into it too).
 *
 * @param columns the columns whose values are sent ({@code lhs_fields} or {@code hasura_fields})
 * @param path fields of the remote from its root to the joined one, at least one
 */
public record RemoteRelationship(
        String name, String remoteSchema, List<String> columns, List<Step> path) {

    /**
     * One field of the remote.
     *
     * @param arguments JSON where a string {@code "$column"} stands for the value of that column
     */
    public record Step(String field, ObjectNode arguments) {}

    /** The field that is joined: the last step. */
    public Optional<Step> target() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }
}
