package org.fitmesh.config;

import java.util.Optional;

/**
 * Every setting there is; the constant's name is the setting's name, but for those that another
 * specification named. The reader and the page that documents the settings both use this list.
 */
public enum Setting {
    HASURA_GRAPHQL_DATABASE_URL(
            Kind.SECRET,
            null,
            "PostgreSQL's address: postgres://user:password@host:port/database?sslmode=…, "
                    + "postgresql://… or jdbc:postgresql://…; needed"),
    DATABASE_URL(
            Kind.SECRET,
            null,
            "the same, under the name that Heroku and others set; HASURA_GRAPHQL_DATABASE_URL wins"),
    FITMESH_DATABASE_SILENCE_MILLIS(
            Kind.COUNT,
            "1000",
            "how long PostgreSQL may take to answer a select 1 until it counts as away"),
    FITMESH_REQUESTS_PER_STATEMENT(
            Kind.COUNT,
            "8",
            "how many requests that read the same at the same time one statement may answer: 2,"
                    + " 4, 8 or 16; 1: each has its own"),
    HASURA_GRAPHQL_ADMIN_SECRET(
            Kind.SECRET,
            null,
            "turns authentication on; who sends it in x-hasura-admin-secret may do everything"),
    HASURA_GRAPHQL_ACCESS_KEY(
            Kind.SECRET, null, "the old name of HASURA_GRAPHQL_ADMIN_SECRET, which wins"),
    HASURA_GRAPHQL_JWT_SECRET(
            Kind.SECRET,
            null,
            "how tokens are verified, as the JSON of Hasura's documentation: an object or a list"),
    HASURA_GRAPHQL_AUTH_HOOK(
            Kind.TEXT, null, "webhook authentication; not supported yet, so it must not be set"),
    HASURA_GRAPHQL_UNAUTHORIZED_ROLE(
            Kind.TEXT, null, "the role of requests without credentials; without it they fail"),
    HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES(
            Kind.FLAG, "false", "bigint, numeric, double precision and money as JSON strings"),
    HASURA_GRAPHQL_INFER_FUNCTION_PERMISSIONS(
            Kind.FLAG,
            "true",
            "who may read the rows that a function gives may call it, unless it may change something"),
    HASURA_GRAPHQL_V1_BOOLEAN_NULL_COLLAPSE(
            Kind.FLAG,
            "false",
            "a null in a comparison, such as {_eq: null}, counts as true, as in Hasura v1, instead of"
                    + " being refused; dangerous where a variable is null by mistake"),
    HASURA_GRAPHQL_EXPERIMENTAL_FEATURES(
            Kind.TEXT,
            null,
            "a comma-separated list; naming_convention, hide_update_many_fields,"
                    + " hide_aggregation_predicates, disable_postgres_arrays and"
                    + " no_null_unbound_variable_default change something, Hasura's others are"
                    + " accepted"),
    HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION(
            Kind.TEXT,
            "hasura-default",
            "how generated names are spelled where the source's customization does not say it:"
                    + " hasura-default or graphql-default; needs the experimental feature"
                    + " naming_convention"),
    HASURA_GRAPHQL_DEV_MODE(
            Kind.FLAG,
            "false",
            "errors carry extensions.internal for every role, and tell administrators in another role"
                    + " which permission it lacks (extensions.hint)",
            Change.LIVE),
    HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS(
            Kind.FLAG, "true", "errors carry extensions.internal for the role admin", Change.LIVE),
    HASURA_GRAPHQL_PRESERVE_401_ERRORS(
            Kind.FLAG, "false", "keep HTTP status 401 on /v1/graphql instead of 200", Change.LIVE),
    HASURA_GRAPHQL_ENABLED_LOG_TYPES(
            Kind.TEXT,
            "startup,http-log,webhook-log,websocket-log,jwk-refresh-log",
            "which logs of requests are written: http-log, query-log; Hasura's other types are"
                    + " accepted, and what they tell is in the server's log",
            Change.LIVE),
    HASURA_GRAPHQL_LOG_LEVEL(
            Kind.TEXT,
            "info",
            "the least level of those logs: debug, info, warn or error; requests that fail have the"
                    + " level error, others info",
            Change.LIVE),
    FITMESH_LOG_VALUES(
            Kind.FLAG,
            "false",
            "those logs tell variables, literals, session variables and the messages of errors too",
            Change.LIVE),
    FITMESH_LOG_OUTPUT(
            Kind.TEXT,
            "stdout",
            "where those logs go: stdout, a line of JSON each, as from Hasura; or server, through"
                    + " the loggers org.fitmesh.http-log and org.fitmesh.query-log"),
    OTEL_SDK_DISABLED(
            "otel.sdk.disabled",
            Kind.FLAG,
            "true",
            "false: traces are made; where they go is set as MicroProfile Telemetry says, by"
                    + " otel.exporter.otlp.endpoint and others",
            Change.RESTART),
    HASURA_GRAPHQL_CORS_DOMAIN(
            Kind.TEXT,
            "*",
            "origins that browsers may call from: * or a comma-separated list of"
                    + " scheme://host[:port], each with at most one *. for subdomains"),
    HASURA_GRAPHQL_DISABLE_CORS(Kind.FLAG, "false", "send no CORS headers at all"),
    HASURA_GRAPHQL_ENABLED_APIS(
            Kind.TEXT,
            "metadata,graphql,pgdump,config",
            "which addresses there are: metadata (/v1/metadata, /v1/query, /v2/query) and graphql"
                    + " (/v1/graphql); Hasura's other names are accepted; what is not named answers"
                    + " 404"),
    FITMESH_ENABLE_RUN_SQL(Kind.FLAG, "true", "whether administrators may send SQL (run_sql)"),
    HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS(
            Kind.FLAG,
            null,
            "absent: roles other than admin may query remote schemas for which no permissions are"
                    + " written, and not change them; true: they see none, as permissions are not"
                    + " read yet; false: every role sees all, Hasura's default"),
    FITMESH_APPLICATION(
            Kind.TEXT,
            "fit",
            "what runs on the engine: fit (Hasura Fit) or none (the bare engine)"),
    FITMESH_MAX_REQUEST_BYTES(
            Kind.COUNT,
            "1572864",
            "the longest request body; 1.5 MiB lets 1 MiB of data through with its JSON around it"),
    FITMESH_MAX_BATCH_SIZE(
            Kind.COUNT, "100", "how many requests one body may hold, as a JSON list of them"),
    FITMESH_MAX_QUERY_DEPTH(Kind.COUNT, "100", "how deep selection sets may be nested"),
    FITMESH_PLAN_CACHE_SIZE(
            Kind.COUNT, "4000", "how many plans (query text, role, shape of variables) are kept"),
    FITMESH_MAX_OBSERVED_CHANGES(
            Kind.COUNT,
            "10000",
            "how many rows of entities that Java code observes one mutation may change"),
    MP_GRAPHQL_SHOWERRORMESSAGE(
            "mp.graphql.showErrorMessage",
            Kind.TEXT,
            null,
            "exceptions of Java code whose messages clients may read: a comma-separated list of"
                    + " classes, which stand for their subclasses too",
            Change.RESTART),
    FITMESH_REMOTE_RETRY_SECONDS(
            Kind.COUNT, "5", "how soon a remote schema that was down is introspected again"),
    HASURA_GRAPHQL_EVENTS_HTTP_POOL_SIZE(
            Kind.COUNT, "100", "how many deliveries of one event trigger a node has open at once"),
    HASURA_GRAPHQL_EVENTS_FETCH_INTERVAL(
            Kind.COUNT,
            "1000",
            "milliseconds after which the event log is looked at when nothing has announced an"
                    + " event"),
    HASURA_GRAPHQL_EVENTS_FETCH_BATCH_SIZE(
            Kind.COUNT, "100", "how many events of one event trigger are taken at a time"),
    FITMESH_EVENT_LEASE_SECONDS(
            Kind.COUNT,
            "90",
            "how long an event that a node was delivering when it died waits for another node"),
    FITMESH_EVENT_TRIGGER_CHECK_SECONDS(
            Kind.COUNT,
            "60",
            "how often the triggers in the database that capture events are compared with the"
                    + " metadata, and repaired"),
    FITMESH_WEBHOOK_SECRET(
            Kind.SECRET,
            null,
            "signs deliveries as Standard Webhooks says; two secrets with a space between them"
                    + " while it is changed"),
    FITMESH_WEBHOOK_PRIVATE_ADDRESSES(
            Kind.FLAG, "false", "webhooks may lie on loopback, private and link-local addresses"),
    FITMESH_EVENTS_KEEP_DELIVERED_HOURS(
            Kind.COUNT, "168", "how long delivered events and their invocations are kept"),
    FITMESH_EVENTS_KEEP_FAILED_HOURS(
            Kind.COUNT,
            "720",
            "how long events that were given up, and their invocations, are kept"),
    HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT(
            Kind.COUNT,
            "60",
            "seconds that a node which stops waits for requests and deliveries under way"),
    FITMESH_SHUTDOWN_DELAY_SECONDS(
            Kind.NUMBER,
            "5",
            "how long a node that is told to stop still takes requests, not ready any more"),
    FITMESH_POPULARITY_PUSH_SECONDS(
            Kind.COUNT, "5", "how often changed popularity numbers are written to Hygraph"),
    FITMESH_HYGRAPH_REQUESTS_PER_SECOND(
            Kind.COUNT, "4", "the most requests per second with which that is done");

    /** When a new value counts. */
    public enum Change {
        /** After a restart of the application. */
        RESTART,
        /** Within some seconds, while the server runs. */
        LIVE
    }

    /** What a value looks like. */
    public enum Kind {
        /** true, yes, t, y, 1 or false, no, f, n, 0, in any case. */
        FLAG,
        /** A whole number from 1 to 2147483647. */
        COUNT,
        /** A whole number from 0 to 2147483647. */
        NUMBER,
        /** Any text, with its own rules. */
        TEXT,
        /** A text that is never shown. */
        SECRET
    }

    private final String key;
    private final Kind kind;
    private final Optional<String> defaultValue;
    private final String meaning;
    private final Change change;

    Setting(Kind kind, String defaultValue, String meaning) {
        this(kind, defaultValue, meaning, Change.RESTART);
    }

    Setting(Kind kind, String defaultValue, String meaning, Change change) {
        this(null, kind, defaultValue, meaning, change);
    }

    Setting(String key, Kind kind, String defaultValue, String meaning, Change change) {
        this.key = key == null ? name() : key;
        this.kind = kind;
        this.defaultValue = Optional.ofNullable(defaultValue);
        this.meaning = meaning;
        this.change = change;
    }

    /** The name under which MicroProfile Config knows it. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** The value that counts when none is given, as it would be written. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** What it is for, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** When a new value counts. */
    public Change change() {
        return change;
    }
}
