package org.fitmesh.remote;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.telemetry.RemoteCalls;

/**
 * The remote schemas that are known now. Each is asked for its types in the background, again and
 * again while it does not answer; what it told last stays in force when a later attempt fails. An
 * arrival or a change is announced as {@link RemoteSchemaChanged}, in a thread of the container.
 */
@ApplicationScoped
public class RemoteSchemas {
    private static final Logger LOG = System.getLogger(RemoteSchemas.class.getName());

    /** Longer than from asking a remote to the commit of the command that needs it. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    @Resource private ManagedThreadFactory container;
    @Inject private Event<RemoteSchemaChanged> event;
    @Inject private RemoteCalls calls;

    private ApplicationTimer timer;
    private Consumer<RemoteSchemaChanged> announce;
    private Duration retry = Duration.ofSeconds(5);
    private volatile Map<String, RemoteSource> sources = Map.of();
    private final Map<RemoteSchemaDefinition, RemoteSource> prepared = new HashMap<>();

    /** For the container. */
    public RemoteSchemas() {}

    /** Outside a container. */
    RemoteSchemas(ApplicationTimer timer, Consumer<RemoteSchemaChanged> announce) {
        this.timer = timer;
        this.announce = announce;
        this.calls = new RemoteCalls();
    }

    @PostConstruct
    void useContainer() {
        timer = ApplicationTimer.ofThreads(container, "remotes");
        announce = event::fire;
    }

    /**
     * Replaces what is known by these remotes and asks each for its types; returns at once. A
     * remote with an unchanged definition keeps its last good copy meanwhile.
     *
     * @param settings looks up the settings that the definitions name
     * @param retryInterval the wait after a first failure; doubles up to 60 s
     */
    public synchronized void introspectAll(
            List<RemoteSchemaDefinition> definitions,
            Function<String, Optional<String>> settings,
            Duration retryInterval) {
        retry = retryInterval;
        Map<String, RemoteSource> before = sources;
        Map<String, RemoteSource> now = new LinkedHashMap<>();
        for (RemoteSchemaDefinition definition : definitions) {
            RemoteSource source =
                    find(definition).orElseGet(() -> new RemoteSource(definition, settings, calls));
            if (prepared.remove(definition, source) && source.schema().isPresent()) {
                source.inForce();
            }
            now.put(definition.name(), source);
        }
        sources = now;
        before.values().stream().filter(source -> !isCurrent(source)).forEach(this::closeLater);
        now.values().forEach(source -> attemptAfter(Duration.ZERO, source));
    }

    /**
     * Asks remotes that are to come into force for their types, and waits for the answers. One with
     * an unchanged definition is not asked. {@link #introspectAll} takes over what was learnt;
     * until then only {@link #known(List)} tells of it. Several may prepare at once: what one has
     * learnt waits a minute for it, whatever the others do.
     *
     * @param settings looks up the settings that the definitions name
     * @return those that did not answer
     */
    public List<Inconsistency> prepare(
            List<RemoteSchemaDefinition> definitions, Function<String, Optional<String>> settings) {
        List<Inconsistency> failures = new ArrayList<>();
        for (RemoteSchemaDefinition definition : definitions) {
            if (isInForce(definition)) {
                continue;
            }
            RemoteSource source = new RemoteSource(definition, settings, calls);
            if (!source.refresh()) {
                source.failure().ifPresent(failures::add);
            }
            keep(source);
        }
        return failures;
    }

    private boolean isInForce(RemoteSchemaDefinition definition) {
        RemoteSource current = sources.get(definition.name());
        return current != null && current.definition().equals(definition);
    }

    private synchronized void keep(RemoteSource source) {
        RemoteSource former = prepared.put(source.definition(), source);
        if (former != null) {
            former.close();
        }
        later(KEPT, () -> discard(source));
    }

    private synchronized void discard(RemoteSource source) {
        if (prepared.remove(source.definition(), source)) {
            source.close();
        }
    }

    private Optional<RemoteSource> find(RemoteSchemaDefinition definition) {
        return Stream.concat(sources.values().stream(), prepared.values().stream())
                .filter(source -> source.definition().equals(definition))
                .findFirst();
    }

    /**
     * Those of the remotes whose types are known, by name, in that order. One whose definition has
     * changed is another one.
     */
    public synchronized Map<String, RemoteSchema> known(List<RemoteSchemaDefinition> definitions) {
        Map<String, RemoteSchema> known = new LinkedHashMap<>();
        for (RemoteSchemaDefinition definition : definitions) {
            find(definition)
                    .flatMap(RemoteSource::schema)
                    .ifPresent(schema -> known.put(definition.name(), schema));
        }
        return known;
    }

    /**
     * What a remote answered when it was asked for its types last: {@code {"data": {"__schema":
     * …}}} in UTF-8. Empty before it has answered.
     */
    public synchronized Optional<byte[]> introspection(RemoteSchemaDefinition definition) {
        return find(definition).flatMap(RemoteSource::introspection);
    }

    /** Asks one remote for its types again; returns at once. An unknown name is ignored. */
    public void reload(String name) {
        Optional.ofNullable(sources.get(name))
                .ifPresent(source -> attemptAfter(Duration.ZERO, source));
    }

    /** How each remote is now, by name, in the order of the metadata. */
    public Map<String, RemoteStatus> status() {
        Map<String, RemoteStatus> status = new LinkedHashMap<>();
        sources.forEach((name, source) -> status.put(name, source.status()));
        return status;
    }

    /** The remotes whose types are known, by name, in the order of the metadata. */
    public Map<String, RemoteSchema> known() {
        Map<String, RemoteSchema> known = new LinkedHashMap<>();
        sources.forEach(
                (name, source) -> source.schema().ifPresent(schema -> known.put(name, schema)));
        return known;
    }

    /** The remotes that have not answered yet, and those whose last attempt failed. */
    public List<Inconsistency> inconsistencies() {
        return sources.values().stream()
                .map(RemoteSource::failure)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The client of a remote.
     *
     * @throws RequestException remote-schema-error when there is none of that name
     */
    public RemoteClient client(String name) {
        return Optional.ofNullable(sources.get(name))
                .flatMap(RemoteSource::client)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        ErrorCode.REMOTE_SCHEMA_ERROR,
                                        "remote schema \"" + name + "\" is not known",
                                        ErrorPath.ROOT));
    }

    private boolean isCurrent(RemoteSource source) {
        return sources.get(source.definition().name()) == source;
    }

    private void attempt(RemoteSource source) {
        if (!isCurrent(source)) {
            return;
        }
        Optional<Inconsistency> before = source.failure();
        if (source.refresh()) {
            LOG.log(Level.INFO, "remote schema {0} is there", source.definition().name());
            announce(new RemoteSchemaChanged(source.definition().name()));
            source.inForce();
        }
        source.failure()
                .ifPresent(
                        failure -> {
                            logUnlessSame(before, failure);
                            attemptAfter(source.wait(retry), source);
                        });
    }

    /** Whoever listens must not end the series of attempts by failing. */
    private void announce(RemoteSchemaChanged change) {
        try {
            announce.accept(change);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an observer of a changed remote schema failed", e);
        }
    }

    private static void logUnlessSame(Optional<Inconsistency> before, Inconsistency failure) {
        if (before.filter(failure::equals).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "remote schema {0}: {1}; it is asked again until it answers",
                    failure.name(),
                    failure.reason());
        }
    }

    private void attemptAfter(Duration wait, RemoteSource source) {
        later(wait, source.attempts(() -> attempt(source)));
    }

    /** Requests that are under way may still use the client. */
    private void closeLater(RemoteSource source) {
        later(source.definition().timeout().plusSeconds(1), source::close);
    }

    private void later(Duration wait, Runnable task) {
        try {
            timer.after(wait, task);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the server is stopping");
        }
    }

    @PreDestroy
    synchronized void close() {
        Map<String, RemoteSource> last = sources;
        sources = Map.of();
        timer.end();
        last.values().forEach(RemoteSource::close);
        List.copyOf(prepared.values()).forEach(this::discard);
    }
}
