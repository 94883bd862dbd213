package org.fitmesh.remote.join;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import graphql.language.VariableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.RemoteRelationship;
import org.fitmesh.remote.Caller;
import org.fitmesh.remote.JsonSlice;
import org.fitmesh.remote.RemoteClient;
import org.fitmesh.remote.RemoteReply;

/**
 * Joins the rows of one operation to their remotes. Depends on the operation alone, so a plan keeps
 * it; safe for threads.
 */
public final class RemoteJoiner {
    /** How many distinct keys go into one request to a remote. */
    public static final int DEFAULT_BATCH_SIZE = 500;

    private final PreparedTree tree;
    private final Map<String, VariableDefinition> declared;
    private final int batchSize;

    public RemoteJoiner(JoinTree tree, Map<String, VariableDefinition> declared) {
        this(tree, declared, DEFAULT_BATCH_SIZE);
    }

    /**
     * @param tree where the joins are below {@code data}; its children are the root fields
     * @param declared the operation's variables
     * @param batchSize how many distinct keys go into one request; when a remote has more, further
     *     requests follow one after the other
     */
    public RemoteJoiner(JoinTree tree, Map<String, VariableDefinition> declared, int batchSize) {
        this.tree = PreparedTree.of(tree);
        this.declared = declared;
        this.batchSize = batchSize;
    }

    /**
     * Puts the remotes' values into the rows and takes the hidden keys out. The values are raw JSON
     * ({@link RawValue}): they are to be written, not read.
     *
     * @param data the tables' answer, changed in place
     * @param variables the client's variables, an object or null
     * @param clients the client of a remote, by its name
     * @throws RequestException remote-schema-error when a remote fails, unexpected with the
     *     remote's errors when it answers with errors
     */
    public void join(
            ObjectNode data,
            JsonNode variables,
            Caller caller,
            Function<String, RemoteClient> clients) {
        JoinedRows rows = new JoinedRows(tree);
        rows.collect(data);
        LiteralJson literals = new LiteralJson(declared, variables);
        rows.byRemote()
                .forEach(
                        (remote, lookups) -> {
                            for (List<JoinRequest.Lookup> batch : batches(lookups)) {
                                ask(clients.apply(remote), caller, literals, batch, rows);
                            }
                        });
        rows.weave(data);
    }

    private List<List<JoinRequest.Lookup>> batches(List<JoinRequest.Lookup> lookups) {
        List<List<JoinRequest.Lookup>> batches = new ArrayList<>();
        for (int from = 0; from < lookups.size(); from += batchSize) {
            batches.add(lookups.subList(from, Math.min(lookups.size(), from + batchSize)));
        }
        return batches;
    }

    private void ask(
            RemoteClient client,
            Caller caller,
            LiteralJson literals,
            List<JoinRequest.Lookup> batch,
            JoinedRows rows) {
        JoinRequest request = new JoinRequest(batch, declared.keySet());
        RemoteReply reply = RemoteReply.read(client.send(request.body(literals), caller));
        if (reply instanceof RemoteReply.Errors refused) {
            throw new RequestException(
                            ErrorCode.UNEXPECTED, "Errors from remote server", ErrorPath.ROOT)
                    .withInternal("{\"errors\": " + refused.errors() + "}");
        }
        RemoteReply.Data data = (RemoteReply.Data) reply;
        for (int i = 0; i < batch.size(); i++) {
            JoinRequest.Lookup lookup = batch.get(i);
            rows.put(lookup, value(data.field(request.alias(i)), lookup.join().join().path()));
        }
    }

    /** Follows the steps after the first, which is behind the alias. */
    private static JsonNode value(JsonSlice root, List<RemoteRelationship.Step> path) {
        JsonSlice value = root;
        for (RemoteRelationship.Step step : path.subList(1, path.size())) {
            if (value.isNull()) {
                break;
            }
            value = new RemoteReply.Data(members(value, step)).field(step.field());
        }
        return value.isNull()
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.rawValueNode(
                        new RawValue(new SerializedString(value.toString())));
    }

    private static Map<String, JsonSlice> members(JsonSlice value, RemoteRelationship.Step step) {
        return value.members()
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.REMOTE_SCHEMA_ERROR,
                                        "expecting an object with the key " + step.field(),
                                        ErrorPath.ROOT));
    }

    /** A {@link JoinTree} made ready. */
    record PreparedTree(Map<String, PreparedTree> children, List<PreparedJoin> joins) {
        static PreparedTree of(JoinTree tree) {
            Map<String, PreparedTree> children = new LinkedHashMap<>();
            tree.children().forEach((key, child) -> children.put(key, of(child)));
            return new PreparedTree(
                    children, tree.joins().stream().map(PreparedJoin::new).toList());
        }
    }
}
