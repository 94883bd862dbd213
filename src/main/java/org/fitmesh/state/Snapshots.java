package org.fitmesh.state;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import javax.sql.DataSource;
import org.fitmesh.cache.BoundedCache;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.event.capture.Capture;
import org.fitmesh.event.log.EventsLeftBehind;
import org.fitmesh.event.observe.ObservedEntities;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.remote.RemoteSchemaChanged;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.telemetry.metric.SourceMetrics;

/**
 * The snapshot in force, and how a new one comes into force: built aside, then swapped.
 *
 * <p>Whoever holds this object's lock may wait for the database, so nobody may ask for the lock
 * while a transaction of theirs holds locks there.
 */
@ApplicationScoped
public class Snapshots {
    private static final Logger LOG = System.getLogger(Snapshots.class.getName());

    @Inject @FitmeshDatabase private DataSource dataSource;

    @Inject private Settings settings;
    @Inject private MetadataStore store;
    @Inject private Candidates candidates;
    @Inject private RemoteSchemas remotes;
    @Inject private EventTriggersInForce eventTriggers;
    @Inject private ObservedEntities observedEntities;
    @Inject private Capture capture;
    @Inject private SourceMetrics sourceMetrics;

    @Inject private Event<SnapshotInForce> announcement;

    private volatile Candidate inForce;

    /** The snapshot in force; none before the database was reached for the first time. */
    public Optional<Snapshot> current() {
        return candidate().map(Candidate::snapshot);
    }

    /** The plans of the snapshot in force, for administrators. */
    @Produces
    KeptCache plans() {
        return new BoundedCache(
                "plans",
                "Plans of operations: text, role and shape of the variables, with their SQL."
                        + " Those of roles for which a change of the metadata changes something go"
                        + " with it. Emptied, each operation is"
                        + " validated and planned again when it comes.",
                "characters",
                () -> current().map(Snapshot::plans).stream().toList());
    }

    /** The same with all that it was built of. */
    public Optional<Candidate> candidate() {
        return Optional.ofNullable(inForce);
    }

    /**
     * Reads database and metadata anew, puts a snapshot into force, and asks the remotes for their
     * types in the background.
     *
     * @throws SQLException when the database cannot be read; what is in force stays
     */
    public synchronized void load() throws SQLException {
        replace(read(store::read));
    }

    /** Two may have seen the same change. */
    private synchronized void load(VersionedMetadata known) throws SQLException {
        if (inForce.source().version() == known.version()) {
            return;
        }
        replace(read(connection -> store.read(connection, known)));
    }

    /** Reads the metadata that counts. */
    @FunctionalInterface
    private interface Source {
        VersionedMetadata read(Connection connection) throws SQLException;
    }

    private Candidate read(Source source) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return store.whileUnchanged(connection, writable -> read(connection, source, writable));
        }
    }

    /**
     * The triggers of the database are brought in line with the metadata that is read in the same
     * transaction: a node must not undo what another has just made for a later version.
     */
    private Candidate read(Connection connection, Source source, boolean writable)
            throws SQLException {
        Candidate candidate =
                candidates.build(
                        source.read(connection), CatalogReader.read(connection), connection);
        if (writable) {
            capture.synchronise(connection, candidate.eventTriggers());
            archiveEvents(connection, candidate.source());
        }
        return candidate;
    }

    /**
     * Of the triggers that are gone. The packaged metadata says that of no trigger: while servers
     * with another WAR run, it may be one of theirs.
     */
    private static void archiveEvents(Connection connection, VersionedMetadata source)
            throws SQLException {
        EventsLeftBehind events =
                new EventsLeftBehind(connection, source.document().eventTriggerNames());
        if (source.namesAll()) {
            events.archive();
        } else {
            events.tell();
        }
    }

    /**
     * Puts a candidate into force whose metadata has been stored, unless a later version is in
     * force already.
     *
     * @param refused what PostgreSQL refuses of its event triggers
     */
    public synchronized void use(Candidate candidate, List<Inconsistency> refused) {
        if (inForce != null && candidate.source().version() < inForce.source().version()) {
            return;
        }
        capture.use(refused);
        replace(candidate);
    }

    /**
     * The remotes come first: in a snapshot in force, one that has not answered yet is listed, and
     * one whose types are known has a client. None of them changes the snapshot before it is there;
     * it has those that are known then: one may have answered since the candidate was built, or was
     * asked meanwhile by somebody else, and does not tell of that again.
     */
    private void replace(Candidate candidate) {
        remotes.introspectAll(
                candidate.metadata().remoteSchemas(),
                settings::lookup,
                settings.remotes().retryAfter());
        put(candidates.rebuild(candidate));
    }

    /**
     * Loads the metadata that another node has stored, if there is any. Remotes that are new in it
     * are asked before, so that the fields of one whose definition has changed stay meanwhile.
     * Before the first snapshot there is nothing to do.
     *
     * @throws SQLException when the database cannot be read; what is in force stays
     */
    void refresh() throws SQLException {
        refresh(version -> true);
    }

    /**
     * The same, when a node has announced the change: one of this node comes into force by itself.
     *
     * @throws SQLException when the database cannot be read; what is in force stays
     */
    void refreshAnnounced() throws SQLException {
        refresh(version -> version != store.written());
    }

    private void refresh(LongPredicate wanted) throws SQLException {
        Candidate now = inForce;
        if (now == null) {
            return;
        }
        long version = now.source().version();
        Optional<VersionedMetadata> other = stored(v -> v != version && wanted.test(v));
        if (other.isPresent()) {
            candidates.prepareRemotes(other.get());
            load(other.get());
        }
    }

    private Optional<VersionedMetadata> stored(LongPredicate wanted) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return wanted.test(store.version(connection))
                    ? Optional.of(store.read(connection))
                    : Optional.empty();
        }
    }

    /** A remote came, or changed its types. */
    synchronized void onRemoteChange(@Observes RemoteSchemaChanged change) {
        if (inForce != null) {
            put(candidates.rebuild(inForce));
        }
    }

    private void put(Candidate candidate) {
        candidate.inconsistencies().forEach(Snapshots::warn);
        current().ifPresent(candidate.snapshot()::takePlans);
        inForce = candidate;
        sourceMetrics.name(candidate.source().document().sourceName());
        eventTriggers.set(candidate.source().version(), candidate.eventTriggers());
        LOG.log(
                Level.INFO,
                "schema in force: metadata version {0}, {1} tables, remotes {2}",
                candidate.source().version(),
                candidate.tracked().size(),
                remotes.known().keySet());
        announce();
    }

    /** Whoever listens must not keep a snapshot from coming into force. */
    private void announce() {
        try {
            announcement.fire(new SnapshotInForce());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "an observer of a new snapshot failed", e);
        }
    }

    private static void warn(Inconsistency inconsistency) {
        LOG.log(
                inconsistency.isFault() ? Level.WARNING : Level.INFO,
                "inconsistent {0} {1}: {2}",
                inconsistency.type(),
                inconsistency.name(),
                inconsistency.reason());
    }

    /** Those of {@link #inconsistencies} that somebody can mend: all but what is not served. */
    public List<Inconsistency> faults() {
        return inconsistencies().stream().filter(Inconsistency::isFault).toList();
    }

    /**
     * What is wrong now: with metadata, schemas, remotes, triggers of the database or observed
     * entities.
     */
    public List<Inconsistency> inconsistencies() {
        List<Inconsistency> all = new ArrayList<>(remotes.inconsistencies());
        all.addAll(capture.inconsistencies());
        all.addAll(observedEntities.inconsistencies());
        current().ifPresent(snapshot -> all.addAll(snapshot.inconsistencies()));
        return all;
    }
}
