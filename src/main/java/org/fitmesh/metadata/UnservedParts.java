package org.fitmesh.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.naming.NamingConvention;

/**
 * What a document names and Fitmesh does not serve although Hasura's community edition does: it is
 * kept, exported, and listed. What has no effect there either (limits of the API, configuration of
 * metrics, collections of queries that nothing uses) is not. To serve one of these, take its line
 * out.
 */
public final class UnservedParts {
    private static final String ALLOWLIST_SWITCH = "HASURA_GRAPHQL_ENABLE_ALLOWLIST";
    private static final String ALLOWLIST =
            "allow lists are not served: every query is allowed, also with " + ALLOWLIST_SWITCH;
    private static final String FEATURES = "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES";
    private static final String CONVENTION = "naming_convention";
    private static final String NAME = "name";

    private final List<Inconsistency> found = new ArrayList<>();

    private UnservedParts() {}

    /**
     * All of them.
     *
     * @param document of version 3; what is malformed in it is passed over
     * @param setting finds settings that say whether a part has an effect
     */
    public static List<Inconsistency> of(
            MetadataDocument document, Function<String, Optional<String>> setting) {
        UnservedParts parts = new UnservedParts();
        parts.ofRoot(document.json());
        if (setting.apply(ALLOWLIST_SWITCH).filter("true"::equalsIgnoreCase).isPresent()) {
            parts.each(document.json().path("allowlist"), "allowlist", "collection", "", ALLOWLIST);
        }
        document.source().ifPresent(parts::ofSource);
        boolean conventions =
                setting.apply(FEATURES).stream()
                        .flatMap(list -> Arrays.stream(list.split(",")))
                        .anyMatch(feature -> feature.strip().equalsIgnoreCase(CONVENTION));
        if (!conventions) {
            document.source().ifPresent(parts::ofNames);
        }
        document.json().path("remote_schemas").forEach(parts::ofRemote);
        return List.copyOf(parts.found);
    }

    private void ofRoot(JsonNode root) {
        each(
                root.path("actions"),
                "action",
                NAME,
                "",
                "actions are not served: use an endpoint in Java or a remote schema");
        boolean types = root.path("custom_types").valueStream().anyMatch(list -> !list.isEmpty());
        if (types) {
            add("custom_types", "custom_types", "the types of actions are not served");
        }
        each(
                root.path("cron_triggers"),
                "cron_trigger",
                NAME,
                "",
                "cron triggers are not served: let another scheduler call the webhook");
        each(
                root.path("rest_endpoints"),
                "endpoint",
                NAME,
                "",
                "REST endpoints are not served: send the query to /v1/graphql");
        each(
                root.path("network").path("tls_allowlist"),
                "host_network_tls_allowlist",
                "host",
                "",
                "certificates are verified always: give the server the host's authority");
        if ("enabled".equals(root.path("opentelemetry").path("status").textValue())) {
            add(
                    "open_telemetry",
                    "open_telemetry",
                    "telemetry is configured by settings alone, see docs/observability.md");
        }
    }

    private void ofSource(JsonNode source) {
        String models = "native queries are not served: track a view or a function";
        each(source.path("native_queries"), "native_query", "root_field_name", "", models);
        each(source.path("logical_models"), "logical_model", NAME, "", models);
    }

    private void ofNames(JsonNode source) {
        String usual = NamingConvention.HASURA_DEFAULT.text();
        if (!source.path("customization").path(CONVENTION).asText(usual).equals(usual)) {
            add(
                    CONVENTION,
                    source.path(NAME).asText(),
                    "names are those of %s: to have others set %s=%s"
                            .formatted(usual, FEATURES, CONVENTION));
        }
    }

    private void ofRemote(JsonNode remote) {
        String name = remote.path(NAME).asText();
        if (!remote.path("definition").path("customization").isEmpty()) {
            add(
                    "remote_schema_customization",
                    name,
                    "customization is not served: names are the remote schema's own");
        }
        each(
                remote.path("permissions"),
                "remote_schema_permission",
                "role",
                name + " of role ",
                "permissions of remote schemas are not served: only admin sees this one");
        for (JsonNode type : remote.path("remote_relationships")) {
            each(
                    type.path("relationships"),
                    "remote_schema_remote_relationship",
                    NAME,
                    name + "." + type.path("type_name").asText() + ".",
                    "relationships of a remote schema's types are not served");
        }
    }

    private void each(JsonNode list, String type, String id, String owner, String reason) {
        for (JsonNode one : list) {
            if (one.path(id).isTextual()) {
                add(type, owner + one.path(id).textValue(), reason);
            }
        }
    }

    private void add(String type, String name, String reason) {
        found.add(new Inconsistency(type, name, reason, Cause.UNSERVED));
    }
}
