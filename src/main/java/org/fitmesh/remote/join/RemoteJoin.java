package org.fitmesh.remote.join;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fitmesh.graphql.operation.SelectedField;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.RemoteSchema;

/**
 * A relationship to a remote schema that the client selected.
 *
 * @param responseKey under which the value lands in the row
 * @param columns column to the hidden key under which the row holds its value; the keys are taken
 *     out of the row
 * @param path of the relationship, from the remote's query root
 * @param field what the client wrote: its arguments and selections
 * @param following the response keys that the client selected after this one in the same object, so
 *     that the value lands before them
 */
public record RemoteJoin(
        String responseKey,
        RemoteSchema remote,
        Map<String, String> columns,
        List<RemoteRelationship.Step> path,
        SelectedField field,
        Set<String> following) {}
