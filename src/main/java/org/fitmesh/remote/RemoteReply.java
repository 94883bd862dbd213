package org.fitmesh.remote;

import java.util.Map;
import java.util.Optional;
import org.fitmesh.error.RequestException;

/**
 * What a remote answered. The values are not read into trees: they are pieces of the reply's bytes,
 * to be copied to the client.
 */
public sealed interface RemoteReply {
    /**
     * The members of {@code data}.
     *
     * @param fields by response key, in the remote's order
     */
    record Data(Map<String, JsonSlice> fields) implements RemoteReply {
        /**
         * The value of a root field.
         *
         * @throws RequestException remote-schema-error when the remote left it out
         */
        public JsonSlice field(String responseKey) {
            JsonSlice value = fields.get(responseKey);
            if (value == null) {
                throw RemoteFailure.badReply("expecting key " + responseKey);
            }
            return value;
        }
    }

    /**
     * The remote refused, in part or in all: what it gave as data is dropped, as in Hasura.
     *
     * @param errors a JSON list, not empty, to be passed on as it is
     */
    record Errors(JsonSlice errors) implements RemoteReply {}

    /**
     * Takes a reply apart. A list of errors wins over data.
     *
     * @throws RequestException remote-schema-error when it is no GraphQL reply
     */
    static RemoteReply read(byte[] reply) {
        Optional<Map<String, JsonSlice>> members = JsonSlice.of(reply).members();
        if (members.isEmpty()) {
            throw RemoteFailure.badReply("Response from remote is not a JSON object", reply);
        }
        JsonSlice errors = members.get().get("errors");
        if (errors != null && !errors.isNull() && !errors.isList()) {
            throw RemoteFailure.badReply("Invalid \"errors\" field in response from remote", reply);
        }
        if (errors != null && errors.isFilledList()) {
            return new Errors(errors);
        }
        JsonSlice data = members.get().get("data");
        if (data == null) {
            throw RemoteFailure.badReply("Missing \"data\" field in response from remote", reply);
        }
        return data.members()
                .map(Data::new)
                .orElseThrow(
                        () ->
                                RemoteFailure.badReply(
                                        "\"data\" in response from remote is not an object",
                                        reply));
    }
}
