package org.fitmesh.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.auth.Session;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.operation.Operation;
import org.fitmesh.graphql.operation.ParsedDocument;
import org.fitmesh.graphql.operation.VariableShape;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.plan.Plan;
import org.fitmesh.plan.Planner;
import org.fitmesh.schema.MissingPermission;
import org.fitmesh.schema.RoleSchema;
import org.fitmesh.schema.RoleSchemas;

/**
 * All that requests depend on, immutable but for the plans that it keeps. A request ends on the
 * snapshot it began with; its plans go with it, but for those of schemas that the next one has too.
 */
public final class Snapshot {
    /** A longer shape is that of a bulk insert, whose rows hardly come in the same number again. */
    private static final int MAX_KEPT_SHAPE = 4_000;

    /** Characters of SQL that a plan has as a rule; one of ten times that counts as ten plans. */
    private static final int USUAL_WEIGHT = 2_000;

    private final RoleSchemas schemas;
    private final List<Inconsistency> inconsistencies;
    private final boolean stringifyNumbers;
    private final Cache<PlanKey, Plan> plans;

    /** Documents are kept once per text, so their identity will do. */
    private record PlanKey(
            String role,
            boolean backend,
            ParsedDocument document,
            Optional<String> operationName,
            VariableShape shape) {
        RoleSchema schemaIn(RoleSchemas schemas) {
            return schemas.of(role, backend);
        }
    }

    /**
     * @param inconsistencies of all parts, those of the schemas among them
     * @param planCacheSize the most plans that are kept
     * @param planCounts hits and misses, those of the snapshots before among them
     */
    Snapshot(
            RoleSchemas schemas,
            List<Inconsistency> inconsistencies,
            boolean stringifyNumbers,
            int planCacheSize,
            StatsCounter planCounts) {
        this.schemas = schemas;
        this.inconsistencies = List.copyOf(inconsistencies);
        this.stringifyNumbers = stringifyNumbers;
        this.plans =
                Caffeine.newBuilder()
                        .maximumWeight((long) planCacheSize * USUAL_WEIGHT)
                        .weigher(
                                (PlanKey key, Plan plan) ->
                                        plan.weight() + key.shape.text().length())
                        .executor(Runnable::run)
                        .recordStats(() -> planCounts)
                        .build();
    }

    /**
     * Takes the plans of the schemas that stay: a change of the metadata costs only those whom it
     * concerns the planning of what they ask.
     */
    void takePlans(Snapshot before) {
        if (stringifyNumbers != before.stringifyNumbers) {
            return;
        }
        before.plans
                .asMap()
                .forEach(
                        (key, plan) -> {
                            if (key.schemaIn(schemas) == key.schemaIn(before.schemas)) {
                                plans.put(key, plan);
                            }
                        });
    }

    boolean hasSchemasOf(Snapshot other) {
        return schemas == other.schemas;
    }

    public RoleSchema schema(String role) {
        return schemas.of(role);
    }

    /** Whether the role has a permission, or inherits, or is the administrator's. */
    public boolean names(String role) {
        return schemas.byRole().containsKey(role);
    }

    /** That role and all that it inherits from. */
    public Set<String> withAncestors(String role) {
        return schemas.hierarchy().withAncestors(role);
    }

    /**
     * What a role sees.
     *
     * @param usesBackendOnly whether the request uses {@code backend_only} permissions
     */
    public RoleSchema schema(String role, boolean usesBackendOnly) {
        return schemas.of(role, usesBackendOnly);
    }

    /**
     * A failure with the permission that it lacks as its hint, when the administrator would not
     * have failed there; else the failure as it is. To be shown to administrators alone: it tells
     * what others must not know to exist.
     *
     * @param role the role that asked
     * @param seen what it saw
     */
    public RequestException withMissingPermission(
            RequestException failure, String role, RoleSchema seen) {
        MissingPermission missing =
                new MissingPermission(
                        role, seen, schemas.of(role, true), schemas.of(Session.ADMIN));
        return failure.unknownName().flatMap(missing::of).map(failure::withHint).orElse(failure);
    }

    /** Whether a remote schema answers that field of the query root. */
    public boolean hasRemoteQuery(String field) {
        return schemas.of(Session.ADMIN).remoteQueries().containsKey(field);
    }

    /** How many roles have a schema of their own. */
    public int roles() {
        return schemas.byRole().size();
    }

    /** Whether numbers that JavaScript would round leave as strings. */
    public boolean stringifiesNumbers() {
        return stringifyNumbers;
    }

    Cache<?, ?> plans() {
        return plans;
    }

    /** What of the metadata and the remotes is not in the schemas, and why. */
    public List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    /**
     * The plan of an operation; kept for every request whose variables have the same shape.
     *
     * @throws RequestException what is wrong with the operation
     */
    public Plan plan(
            RoleSchema schema,
            ParsedDocument document,
            Optional<String> operationName,
            ObjectNode variables) {
        VariableShape shape = document.shape(schema.types(), operationName, variables);
        PlanKey key =
                new PlanKey(
                        schema.role(), schemas.isBackend(schema), document, operationName, shape);
        Plan kept = plans.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        if (document.kind(operationName) == Operation.Kind.SUBSCRIPTION) {
            throw new RequestException(
                    ErrorCode.UNEXPECTED_PAYLOAD,
                    "subscriptions are not supported over HTTP, use websockets instead",
                    ErrorPath.ROOT);
        }
        Operation operation = document.operation(schema.types(), operationName, variables);
        Plan plan = Planner.plan(schema, stringifyNumbers, operation);
        if (shape.text().length() <= MAX_KEPT_SHAPE) {
            plans.put(key, plan);
        }
        return plan;
    }
}
