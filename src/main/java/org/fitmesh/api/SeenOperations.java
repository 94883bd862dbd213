package org.fitmesh.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.RootPlan;
import org.fitmesh.telemetry.OperationKind;
import org.fitmesh.telemetry.log.SeenError;
import org.fitmesh.telemetry.log.ServedOperation.SeenQuery;

/** Tells of operations in the words of metrics and logs. */
final class SeenOperations {
    private SeenOperations() {}

    static OperationKind kind(ParsedDocument document, Optional<String> operationName) {
        return switch (document.kind(operationName)) {
            case QUERY -> OperationKind.QUERY;
            case MUTATION -> OperationKind.MUTATION;
            case SUBSCRIPTION -> OperationKind.SUBSCRIPTION;
        };
    }

    static SeenError error(RequestException failure) {
        return new SeenError(failure.codeText(), failure.path().text(), failure.getMessage());
    }

    static SeenQuery query(GraphQLRequest request, ParsedDocument document, Plan plan) {
        return new SeenQuery(
                source(plan),
                request.query(),
                () -> document.withoutValues(request.operationName()),
                () -> request.variables().toString(),
                statements(plan));
    }

    /** Who answers, in Hasura's words; tables before all others when several do. */
    private static String source(Plan plan) {
        if (plan.usesTables()) {
            return "database";
        }
        if (plan.usesCode()) {
            return "code";
        }
        return plan.steps().remotes().isEmpty() ? "introspection" : "remote-schema";
    }

    private static Map<String, String> statements(Plan plan) {
        Map<String, String> statements = new LinkedHashMap<>();
        for (RootPlan step : plan.steps().inOrder()) {
            if (step instanceof RootPlan.Query query) {
                statements.put(query.key(), query.statement().sql().text());
            } else if (step instanceof RootPlan.Mutation mutation) {
                statements.put(mutation.key(), mutation.write().sql().text());
            } else if (step instanceof RootPlan.Mutations mutations) {
                RootPlan.Mutation first = mutations.parts().get(0);
                statements.put(mutations.key(), first.write().sql().text());
            }
        }
        return statements;
    }
}
