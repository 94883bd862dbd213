package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;

/**
 * A command as it was sent.
 *
 * @param type its name
 * @param args what it is to do
 * @param version which form of arguments and answer is meant; 1 unless given
 * @param path where {@code args} is in the request
 */
record Call(String type, JsonNode args, int version, ErrorPath path) {
    private static final Set<String> WITHOUT_ARGS =
            Set.of("remove_api_limits", "remove_metrics_config", "get_cron_triggers");

    /**
     * Reads {@code {type, args, version}}.
     *
     * @param place where it is in the request
     * @throws RequestException parse-failed when it is something else
     */
    static Call of(JsonNode json, ErrorPath place) {
        if (!(json instanceof ObjectNode object)) {
            throw failed("expected an object with the keys 'type' and 'args'", place);
        }
        if (!object.has("type")) {
            throw failed("the key 'type' was not present", place);
        }
        if (!object.get("type").isTextual()) {
            throw failed("expected a string for the key 'type'", place.key("type"));
        }
        if (!object.has("args") && !WITHOUT_ARGS.contains(object.get("type").textValue())) {
            throw failed("the key 'args' was not present", place);
        }
        JsonNode version = object.path("version");
        if (!version.isMissingNode() && !version.isInt()) {
            throw failed("expected a whole number for the key 'version'", place.key("version"));
        }
        return new Call(
                object.get("type").textValue(),
                object.has("args") ? object.get("args") : Answers.object(),
                version.asInt(1),
                place.key("args"));
    }

    /** Where the whole command is in the request. */
    ErrorPath place() {
        return new ErrorPath(path.text().replaceFirst("\\.args$", ""));
    }

    /** The same with other arguments. */
    Call with(JsonNode otherArgs) {
        return new Call(type, otherArgs, version, path);
    }

    /**
     * The arguments of a command that takes an object.
     *
     * @throws RequestException parse-failed when they are none
     */
    Arguments arguments() {
        if (args instanceof ObjectNode object) {
            return new Arguments(object, path);
        }
        throw failed("expected an object for the arguments of " + type, path);
    }

    private static RequestException failed(String message, ErrorPath path) {
        return new RequestException(ErrorCode.PARSE_FAILED, message, path);
    }
}
