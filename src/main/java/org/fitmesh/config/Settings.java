package org.fitmesh.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All settings, read once at start.
 *
 * @param live those that may change; {@link LiveSettings} has them as they are now
 * @param traces whether spans are made
 * @param source where {@link #lookup} finds settings that only metadata knows by name
 */
public record Settings(
        Application application,
        Database database,
        Authentication authentication,
        Api api,
        Features features,
        EnabledApis apis,
        Remotes remotes,
        Limits limits,
        Events events,
        Shutdown shutdown,
        Popularity popularity,
        Code code,
        Live live,
        LogOutput logOutput,
        boolean traces,
        Function<String, Optional<String>> source) {

    /**
     * Any setting by its name, for {@code value_from_env} and {@code {{NAME}}} in metadata. An
     * empty value counts as none.
     */
    public Optional<String> lookup(String name) {
        return source.apply(name).filter(value -> !value.isBlank());
    }

    /**
     * The database.
     *
     * @param url absent: every connection fails, saying what to set
     * @param silence after which it counts as away
     * @param requestsPerStatement that many one statement may answer, when they wait for each other
     */
    public record Database(Optional<DatabaseUrl> url, Duration silence, int requestsPerStatement) {}

    /**
     * Who may ask. Without an admin secret everybody may do everything.
     *
     * @param jwtSecret the text of HASURA_GRAPHQL_JWT_SECRET, not read yet
     */
    public record Authentication(
            Optional<Secret> adminSecret,
            Optional<Secret> jwtSecret,
            Optional<String> unauthorizedRole) {}

    /**
     * How replies look.
     *
     * @param stringifyNumericTypes bigint, numeric, double precision and money as JSON strings
     * @param inferFunctionPermissions whether a role that may read the rows of a function may call
     *     it
     * @param collapseNulls whether a null in a comparison counts as true
     * @param origins what browsers may call; absent: no CORS headers at all
     */
    public record Api(
            boolean stringifyNumericTypes,
            boolean inferFunctionPermissions,
            boolean collapseNulls,
            Optional<AllowedOrigins> origins) {}

    /**
     * What is generated differently.
     *
     * @param on Hasura's experimental features that are on
     * @param defaultNaming Hasura's word for the naming convention of a source that names none
     */
    public record Features(Set<ExperimentalFeature> on, String defaultNaming) {
        /** Is it on? */
        public boolean has(ExperimentalFeature feature) {
            return on.contains(feature);
        }
    }

    /** What may change while the server runs. */
    public record Live(Errors errors, Log log) {}

    /**
     * How failures are told.
     *
     * @param devMode whether every role sees {@code extensions.internal}
     * @param adminInternalErrors whether the role admin sees {@code extensions.internal}
     * @param preserve401Errors whether {@code /v1/graphql} answers 401 instead of 200
     */
    public record Errors(boolean devMode, boolean adminInternalErrors, boolean preserve401Errors) {}

    /**
     * The log of requests.
     *
     * @param values whether values of clients are in it
     */
    public record Log(Set<LogType> types, LogLevel level, boolean values) {
        /** Whether such a line is written. */
        public boolean has(LogType type, LogLevel of) {
            return of.compareTo(level) >= 0 && types.contains(type);
        }
    }

    /**
     * Remote schemas.
     *
     * @param retryAfter how soon a remote that was down is introspected again
     */
    public record Remotes(RemotePermissions permissions, Duration retryAfter) {}

    /**
     * What a client may ask for at most.
     *
     * @param requestBytes length of a request body
     * @param batchSize number of requests in one body
     * @param queryDepth levels of nested selection sets
     * @param planCacheSize number of plans that are kept
     * @param observedChanges rows of observed entities that one mutation changes
     */
    public record Limits(
            int requestBytes,
            int batchSize,
            int queryDepth,
            int planCacheSize,
            int observedChanges) {}

    /**
     * Event triggers.
     *
     * @param openDeliveries of one trigger on this node, at most
     * @param interval between two looks at the log when nothing wakes the dispatcher
     * @param batchSize how many events of one trigger are taken at a time, at most
     * @param lease how long a taken event is this node's without renewal
     * @param captureCheck between two looks at the triggers in the database
     * @param webhookSecrets of triggers that name none; the newer first
     * @param privateAddresses whether webhooks may lie inside the network
     * @param keepDelivered how long delivered and archived events are kept
     * @param keepFailed how long events that were given up are kept
     */
    public record Events(
            int openDeliveries,
            Duration interval,
            int batchSize,
            Duration lease,
            Duration captureCheck,
            List<Secret> webhookSecrets,
            boolean privateAddresses,
            Duration keepDelivered,
            Duration keepFailed) {}

    /**
     * How the node stops.
     *
     * @param timeout of the wait for requests and deliveries under way
     * @param delay before that, in which requests are taken though the node is not ready
     */
    public record Shutdown(Duration timeout, Duration delay) {}

    /**
     * The popularity numbers in Hygraph.
     *
     * @param interval between two pushes
     * @param requestsPerSecond to Hygraph, at most
     */
    public record Popularity(Duration interval, int requestsPerSecond) {}

    /**
     * Java code as a source.
     *
     * @param shownExceptions names of exceptions whose messages clients may read
     */
    public record Code(List<String> shownExceptions) {}
}
