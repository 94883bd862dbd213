package org.fitmesh.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.fitmesh.error.RequestException;
import org.fitmesh.graphql.type.TypeSystem;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.telemetry.RemoteCalls;

/** One remote over time: its client, its last good types, its last failure. */
final class RemoteSource implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MAX_DOUBLINGS = 10;

    private final RemoteSchemaDefinition definition;
    private final Function<String, Optional<String>> settings;
    private final RemoteCalls calls;
    private volatile RemoteClient client;
    private volatile RemoteSchema schema;
    private volatile Inconsistency failure;
    private int failures;
    private final AtomicLong planned = new AtomicLong();

    RemoteSource(
            RemoteSchemaDefinition definition,
            Function<String, Optional<String>> settings,
            RemoteCalls calls) {
        this.definition = definition;
        this.calls = calls;
        this.settings = settings;
        this.failure =
                new Inconsistency("remote_schema", definition.name(), "has not answered yet");
    }

    RemoteSchemaDefinition definition() {
        return definition;
    }

    /** The last good copy. */
    Optional<RemoteSchema> schema() {
        return Optional.ofNullable(schema);
    }

    /** Why its types are not in force, or why the last attempt to refresh them failed. */
    Optional<Inconsistency> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<RemoteClient> client() {
        return Optional.ofNullable(client);
    }

    /**
     * The next attempt, in place of one that was planned before: a reload makes no second series.
     */
    Runnable attempts(Runnable attempt) {
        long number = planned.incrementAndGet();
        return () -> {
            if (planned.get() == number) {
                attempt.run();
            }
        };
    }

    /**
     * Asks the remote for its types; true when they are there and other than before. They count as
     * in force when the caller has said so with {@link #inForce}.
     */
    synchronized boolean refresh() {
        try {
            if (client == null) {
                client = RemoteClient.of(definition, settings, calls);
            }
            TypeSystem types = RemoteIntrospection.ask(definition.name(), client);
            boolean changed = schema == null || !schema.types().equals(types);
            schema = new RemoteSchema(definition, types);
            failures = 0;
            if (!changed) {
                inForce();
            }
            return changed;
        } catch (RequestException e) {
            failed(reason(e));
            return false;
        } catch (RuntimeException e) {
            // A retry must follow whatever a server's REST client throws.
            failed("cannot be asked: " + e.getClass().getSimpleName());
            return false;
        }
    }

    /** Nothing is wrong any more: requests see these types. */
    void inForce() {
        failure = null;
    }

    /** How long to wait before the next attempt: doubled with each failure, 60 s at most. */
    synchronized Duration wait(Duration first) {
        Duration wait =
                first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void failed(String reason) {
        String kept = schema == null ? "" : "; its last good copy stays in force";
        failure = new Inconsistency("remote_schema", definition.name(), reason + kept);
        failures++;
    }

    private static String reason(RequestException e) {
        Optional<String> detail = e.internalJson().flatMap(RemoteSource::message);
        return e.getMessage() + detail.map(text -> " (" + text + ")").orElse("");
    }

    private static Optional<String> message(String internal) {
        try {
            String message = JSON.readTree(internal).path("message").asText();
            return message.isEmpty() ? Optional.empty() : Optional.of(message);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client().ifPresent(RemoteClient::close);
    }
}
