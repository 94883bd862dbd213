package org.fitmesh.graphql.operation;

import graphql.language.VariableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validated operation.
 *
 * @param name as the client named it
 * @param fields the root fields in the client's order
 * @param variables the declared variables by name, for remote schemas
 */
public record Operation(
        Kind kind,
        Optional<String> name,
        List<SelectedField> fields,
        Map<String, VariableDefinition> variables) {

    /** The three kinds of the GraphQL specification, section 2.3. */
    public enum Kind {
        QUERY,
        MUTATION,
        SUBSCRIPTION
    }
}
