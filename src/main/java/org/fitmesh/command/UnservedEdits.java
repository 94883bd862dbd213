package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;

/**
 * Commands for parts of the document that are not served: kept there, exported, and listed as
 * inconsistent where Hasura would serve them.
 */
final class UnservedEdits {
    private static final String NAME = "name";
    private static final String ACTIONS = "actions";
    private static final String CRON = "cron_triggers";
    private static final String PERMISSIONS = "permissions";
    private static final String ROLE = "role";
    private static final String NETWORK = "network";
    private static final String HOSTS = "tls_allowlist";
    private static final String TELEMETRY = "opentelemetry";
    private static final String STATUS = "status";

    /** The edits by their names. */
    static final Map<String, Edit.Change> ALL =
            Map.ofEntries(
                    Map.entry("create_action", UnservedEdits::createAction),
                    Map.entry("update_action", UnservedEdits::updateAction),
                    Map.entry("drop_action", UnservedEdits::dropAction),
                    Map.entry("create_action_permission", UnservedEdits::permitAction),
                    Map.entry("drop_action_permission", UnservedEdits::forbidAction),
                    Map.entry("create_cron_trigger", UnservedEdits::createCron),
                    Map.entry("delete_cron_trigger", UnservedEdits::deleteCron),
                    Map.entry("add_host_to_tls_allowlist", UnservedEdits::trustHost),
                    Map.entry("drop_host_from_tls_allowlist", UnservedEdits::distrustHost),
                    Map.entry("set_custom_types", set("custom_types")),
                    Map.entry("set_api_limits", set("api_limits")),
                    Map.entry("remove_api_limits", remove("api_limits")),
                    Map.entry("set_metrics_config", set("metrics_config")),
                    Map.entry("remove_metrics_config", remove("metrics_config")),
                    Map.entry("set_opentelemetry_config", set(TELEMETRY)),
                    Map.entry("set_opentelemetry_status", UnservedEdits::telemetryStatus));

    private UnservedEdits() {}

    private static Edit.Change set(String key) {
        return (arguments, subject) -> subject.document().json().set(key, arguments.json());
    }

    private static Edit.Change remove(String key) {
        return (arguments, subject) -> subject.document().json().remove(key);
    }

    private static void createAction(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        arguments.object("definition");
        if (find(ACTIONS, name, subject).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "action with name " + Names.quoted(name) + " already exists",
                    arguments.path());
        }
        Entries.add(
                subject.document().json(),
                ACTIONS,
                Entries.picked(arguments, NAME, "definition", PERMISSIONS, "comment"));
    }

    private static void updateAction(Arguments arguments, Subject subject) {
        ObjectNode action = action(arguments.text(NAME), arguments, subject);
        action.set("definition", arguments.object("definition"));
        Entries.put(action, "comment", arguments.optional("comment"));
    }

    private static void dropAction(Arguments arguments, Subject subject) {
        action(arguments.text(NAME), arguments, subject);
        Entries.remove(subject.document().json(), ACTIONS, NAME, arguments.text(NAME));
    }

    private static void permitAction(Arguments arguments, Subject subject) {
        ObjectNode action = action(arguments.text("action"), arguments, subject);
        if (Entries.find(action, PERMISSIONS, ROLE, arguments.text(ROLE)).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS, permission(arguments, " already"), arguments.path());
        }
        Entries.add(action, PERMISSIONS, Entries.picked(arguments, ROLE, "comment"));
    }

    private static void forbidAction(Arguments arguments, Subject subject) {
        ObjectNode action = action(arguments.text("action"), arguments, subject);
        if (!Entries.remove(action, PERMISSIONS, ROLE, arguments.text(ROLE))) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS, permission(arguments, " not"), arguments.path());
        }
    }

    private static String permission(Arguments arguments, String state) {
        return "permission for role "
                + Names.quoted(arguments.text(ROLE))
                + " is"
                + state
                + " defined on "
                + Names.quoted(arguments.text("action"));
    }

    private static ObjectNode action(String name, Arguments arguments, Subject subject) {
        return find(ACTIONS, name, subject)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.NOT_EXISTS,
                                        "action with name "
                                                + Names.quoted(name)
                                                + " does not exist",
                                        arguments.path()));
    }

    private static void createCron(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        arguments.required("schedule");
        if (find(CRON, name, subject).isPresent() && !arguments.flag("replace")) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "cron trigger with name: " + name + " already exists",
                    arguments.path());
        }
        Entries.remove(subject.document().json(), CRON, NAME, name);
        Entries.add(
                subject.document().json(),
                CRON,
                Entries.picked(
                        arguments,
                        NAME,
                        "webhook",
                        "schedule",
                        "include_in_metadata",
                        "payload",
                        "headers",
                        "retry_conf",
                        "comment",
                        "request_transform",
                        "response_transform"));
    }

    private static void deleteCron(Arguments arguments, Subject subject) {
        String name = arguments.text(NAME);
        if (!Entries.remove(subject.document().json(), CRON, NAME, name)) {
            throw new RequestException(
                    ErrorCode.NOT_EXISTS,
                    "cron trigger with name: " + Names.quoted(name) + " does not exist",
                    arguments.path());
        }
    }

    /** {@code get_cron_triggers}: as the metadata has them. */
    static JsonNode cronTriggers(Call call, Work work) throws SQLException {
        JsonNode all = work.metadata().document().json().path(CRON);
        return Answers.object().set(CRON, all.isArray() ? all : Answers.list());
    }

    private static void trustHost(Arguments arguments, Subject subject) {
        String host = arguments.text("host");
        ObjectNode network = subject.document().json().withObjectProperty(NETWORK);
        if (Entries.find(network, HOSTS, "host", host).isPresent()) {
            throw new RequestException(
                    ErrorCode.ALREADY_EXISTS,
                    "the host " + Names.quoted(host) + " already exists in the allowlist",
                    arguments.path());
        }
        Entries.add(network, HOSTS, Entries.picked(arguments, "host", "suffix", PERMISSIONS));
    }

    private static void distrustHost(Arguments arguments, Subject subject) {
        String host = arguments.text("host");
        ObjectNode network = subject.document().json().withObjectProperty(NETWORK);
        if (!Entries.remove(network, HOSTS, "host", host)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "the host " + Names.quoted(host) + " isn't present in the allowlist",
                    arguments.path());
        }
        if (network.isEmpty()) {
            subject.document().json().remove(NETWORK);
        }
    }

    private static void telemetryStatus(Arguments arguments, Subject subject) {
        subject.document().json().withObjectProperty(TELEMETRY).put(STATUS, arguments.text(STATUS));
    }

    private static Optional<ObjectNode> find(String list, String name, Subject subject) {
        return Entries.find(subject.document().json(), list, NAME, name);
    }
}
