package org.fitmesh.remote;

import java.time.Duration;
import java.time.Instant;
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
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MAX_DOUBLINGS = 10;

    private final RemoteSchemaDefinition definition;
    private final Function<String, Optional<String>> settings;
    private final RemoteCalls calls;
    private volatile RemoteClient client;
    private volatile RemoteSchema schema;
    private volatile byte[] introspection;
    private volatile Inconsistency failure;
    private volatile Instant failingSince;
    private volatile Instant introspected;
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

    /** The reply that its types were read from. */
    Optional<byte[]> introspection() {
        return Optional.ofNullable(introspection);
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
            byte[] reply = RemoteIntrospection.ask(client);
            TypeSystem types = RemoteIntrospection.read(definition.name(), reply);
            introspection = reply;
            boolean changed = schema == null || !schema.types().equals(types);
            schema = new RemoteSchema(definition, types);
            failures = 0;
            introspected = Instant.now();
            if (!changed) {
                inForce();
            }
            return changed;
        } catch (RequestException e) {
            failed(RemoteFailure.reason(e));
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
        failingSince = null;
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
        if (failingSince == null) {
            failingSince = Instant.now();
        }
    }

    /** How it is now. */
    RemoteStatus status() {
        Optional<RemoteOutcomes> outcomes = client().map(RemoteClient::outcomes);
        return new RemoteStatus(
                definition,
                client().map(RemoteClient::host),
                schema().map(RemoteSchema::types),
                Optional.ofNullable(introspected),
                trouble(outcomes),
                outcomes.map(RemoteOutcomes::requests).orElse(0L),
                outcomes.map(RemoteOutcomes::failures).orElse(0L));
    }

    /** The requests of clients tell of a remote that went away after it was introspected. */
    private Optional<RemoteStatus.Trouble> trouble(Optional<RemoteOutcomes> outcomes) {
        Inconsistency known = failure;
        if (known != null) {
            Optional<Instant> since = Optional.ofNullable(failingSince);
            return Optional.of(new RemoteStatus.Trouble(known.reason(), since));
        }
        return outcomes.flatMap(RemoteOutcomes::trouble);
    }

    @Override
    public void close() {
        client().ifPresent(RemoteClient::close);
    }
}
