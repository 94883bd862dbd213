package org.fitmesh.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One GraphQL request. */
record GraphQLRequest(String query, Optional<String> operationName, ObjectNode variables) {

    /** What a body holds: one request, or a batch to be answered by a list. */
    record Body(List<GraphQLRequest> requests, boolean batch) {}
}
