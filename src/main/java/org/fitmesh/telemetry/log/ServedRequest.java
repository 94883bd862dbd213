package org.fitmesh.telemetry.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request while it is answered, as far as it is known. Serves one thread. */
public final class ServedRequest {
    private final HttpExchange http;
    private final List<ServedOperation> operations = new ArrayList<>();
    private Map<String, String> session = Map.of();
    private Optional<String> command = Optional.empty();
    private Optional<SeenError> error = Optional.empty();
    private boolean batch;
    private int status;
    private long bytes;

    public ServedRequest(HttpExchange http) {
        this.http = http;
    }

    /** It is known who asks: the session variables. */
    public void of(Map<String, String> sessionVariables) {
        session = sessionVariables;
    }

    /** The body is a list of requests. */
    public void isBatch() {
        batch = true;
    }

    /** A GraphQL operation begins. */
    public ServedOperation begin() {
        ServedOperation operation = new ServedOperation();
        operations.add(operation);
        return operation;
    }

    /** It is a command of the metadata API. */
    public void command(String type) {
        command = Optional.of(type);
    }

    /** It failed before any operation was read, or as a command. */
    public void failed(SeenError why) {
        error = Optional.of(why);
    }

    /**
     * It is answered.
     *
     * @param length of the body, before it is compressed
     */
    public void answered(int httpStatus, long length) {
        status = httpStatus;
        bytes = length;
    }

    /** Whether the client was told of an error. */
    public boolean hasFailed() {
        if (error.isPresent()) {
            return true;
        }
        for (ServedOperation operation : operations) {
            if (operation.error().isPresent()) {
                return true;
            }
        }
        return false;
    }

    public List<ServedOperation> operations() {
        return operations;
    }

    public Optional<SeenError> error() {
        return error;
    }

    public HttpExchange http() {
        return http;
    }

    /** HTTP status, 0 when no answer was begun. */
    public int status() {
        return status;
    }

    /** The role in force, if it is known who asks. */
    public Optional<String> role() {
        return Optional.ofNullable(session.get("x-hasura-role"));
    }

    Map<String, String> session() {
        return session;
    }

    Optional<String> command() {
        return command;
    }

    boolean batch() {
        return batch;
    }

    /** Length of the body. */
    long bytes() {
        return bytes;
    }
}
