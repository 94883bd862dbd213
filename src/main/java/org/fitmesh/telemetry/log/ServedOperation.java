package org.fitmesh.telemetry.log;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fitmesh.telemetry.OperationKind;

/** One GraphQL operation while it is answered, as far as it is known. Serves one thread. */
public final class ServedOperation {
    private final long began = System.nanoTime();
    private OperationKind kind = OperationKind.UNKNOWN;
    private Optional<String> name = Optional.empty();
    private Optional<SeenError> error = Optional.empty();
    private Optional<SeenQuery> query = Optional.empty();
    private long nanos;

    /**
     * What runs for an operation.
     *
     * @param source Hasura's word for who answers: database, remote-schema, introspection; or code
     * @param text with its literals
     * @param withoutValues gives the same text without them
     * @param variables JSON
     * @param statements SQL by root field
     */
    public record SeenQuery(
            String source,
            String text,
            Supplier<String> withoutValues,
            Supplier<String> variables,
            Map<String, String> statements) {}

    /** The operation was found in the document. */
    public void read(OperationKind ofKind, Optional<String> ofName) {
        kind = ofKind;
        name = ofName;
    }

    /** It is about to run. */
    public void planned(SeenQuery what) {
        query = Optional.of(what);
    }

    /** It failed. */
    public void failed(SeenError why) {
        error = Optional.of(why);
    }

    /** It is over. */
    public void answered() {
        nanos = System.nanoTime() - began;
    }

    public OperationKind kind() {
        return kind;
    }

    public Optional<String> name() {
        return name;
    }

    public Optional<SeenError> error() {
        return error;
    }

    /** How long it took, in nanoseconds. */
    public long nanos() {
        return nanos;
    }

    Optional<SeenQuery> query() {
        return query;
    }
}
