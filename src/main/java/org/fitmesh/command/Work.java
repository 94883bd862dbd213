package org.fitmesh.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fitmesh.auth.Session;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.event.CapturedTrigger;
import org.fitmesh.event.capture.Capture;
import org.fitmesh.event.log.EventLog;
import org.fitmesh.event.log.EventsLeftBehind;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Inconsistency.Cause;
import org.fitmesh.metadata.MetadataDocument;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.state.Candidate;
import org.fitmesh.state.Candidates;
import org.fitmesh.state.MetadataStore;
import org.fitmesh.state.Snapshots;
import org.fitmesh.state.VersionedMetadata;

/**
 * What one request's commands do, in one transaction of the database. The first change keeps all
 * other nodes from changing the metadata until it ends.
 */
final class Work {
    private final Connection connection;
    private final MetadataStore store;
    private final Candidates candidates;
    private final Snapshots snapshots;
    private final Capture capture;
    private final Asked asked;
    private final List<Consumer<List<Inconsistency>>> reloads = new ArrayList<>();
    private VersionedMetadata stored;
    private Catalog catalog;
    private Candidate before;
    private Candidate changed;
    private Candidate seen;
    private List<Inconsistency> refused = List.of();
    private boolean raisedEvents;
    private boolean runsSql;
    private boolean allowsInconsistent;

    Work(
            Connection connection,
            MetadataStore store,
            Candidates candidates,
            Snapshots snapshots,
            Capture capture,
            Asked asked) {
        this.connection = connection;
        this.store = store;
        this.candidates = candidates;
        this.snapshots = snapshots;
        this.capture = capture;
        this.asked = asked;
    }

    /** What a remote answered when it was asked for its types last, as JSON in UTF-8. */
    Optional<byte[]> introspection(RemoteSchemaDefinition remote) {
        return candidates.introspection(remote);
    }

    /** For statements of the same transaction. */
    Connection connection() {
        return connection;
    }

    Session session() {
        return asked.session();
    }

    boolean sqlAllowed() {
        return asked.sqlAllowed();
    }

    /**
     * The command that a call inside of another means.
     *
     * @throws RequestException parse-failed for a type that is not known
     */
    Command command(Call call) {
        return MetadataCommands.command(call, asked.set());
    }

    /** Tells the database who asks: triggers read it, and events carry it. */
    void tellCaller() throws SQLException {
        String tell = "select set_config('hasura.user', ?, true)";
        try (PreparedStatement statement = connection.prepareStatement(tell)) {
            statement.setString(1, Answers.texts(session().variables()).toString());
            statement.execute();
        }
    }

    /** SQL of the administrator's own runs now, which may set what outlives the transaction. */
    void runsSql() {
        runsSql = true;
        seen = null;
    }

    boolean hasRunSql() {
        return runsSql;
    }

    EventLog eventLog() {
        return new EventLog(connection);
    }

    /** What is wrong now: with the metadata, the remotes, or triggers of the database. */
    List<Inconsistency> inconsistencies() {
        return changed == null ? snapshots.inconsistencies() : changed.inconsistencies();
    }

    /** The metadata as it is now, changes of this request included. */
    VersionedMetadata metadata() throws SQLException {
        return changed == null ? read() : changed.source();
    }

    private VersionedMetadata read() throws SQLException {
        Optional<Candidate> inForce = snapshots.candidate();
        return inForce.isPresent()
                ? store.read(connection, inForce.get().source())
                : store.read(connection);
    }

    /** The name of the source that is served, changes of this request included. */
    String sourceName() throws SQLException {
        return metadata().document().sourceName();
    }

    /** The metadata as it is now, read and compared with the database. */
    Candidate resolved() throws SQLException {
        return changed == null ? build(metadata()) : changed;
    }

    /**
     * What commands on rows see: what is in force, or would be by now. It is built anew only where
     * this request has changed something.
     */
    Candidate seen() throws SQLException {
        if (changed != null) {
            return changed;
        }
        if (seen == null) {
            Optional<Candidate> inForce = snapshots.candidate().filter(one -> !runsSql);
            seen = inForce.isPresent() ? inForce.get() : build(read());
        }
        return seen;
    }

    /**
     * Changes the metadata.
     *
     * @param edit of a copy of the document
     * @param path what an error points at
     * @throws RequestException when something is inconsistent now that was not before
     */
    void edit(ErrorPath path, Consumer<MetadataDocument> edit) throws SQLException {
        edit(
                (document, now) -> edit.accept(document),
                (document, added) -> {
                    throw Refusal.of(added, document, path);
                });
    }

    /**
     * Changes the metadata.
     *
     * @param edit of a copy of the document, with what the metadata was before
     * @param consequences of what is inconsistent then
     */
    void edit(BiConsumer<MetadataDocument, Candidate> edit, Consequences consequences)
            throws SQLException {
        begin();
        Candidate last = latest();
        MetadataDocument document = last.source().document().copy();
        edit.accept(document, last);
        changed = settled(last, document, consequences);
    }

    /** What follows when something is inconsistent that was not before. */
    @FunctionalInterface
    interface Consequences {
        /**
         * Takes it out of the document, or refuses the change.
         *
         * @param added what is inconsistent now, at least one
         * @return whether the document was changed
         */
        boolean draw(MetadataDocument document, List<Inconsistency> added);
    }

    private Candidate settled(Candidate last, MetadataDocument document, Consequences consequences)
            throws SQLException {
        Candidate next = buildNext(document);
        List<Inconsistency> added =
                Inconsistency.added(last.inconsistencies(), next.inconsistencies());
        while (!added.isEmpty() && consequences.draw(document, added)) {
            next = buildNext(document);
            added = Inconsistency.added(last.inconsistencies(), next.inconsistencies());
        }
        return next;
    }

    private Candidate latest() {
        return changed == null ? before : changed;
    }

    /**
     * Takes out of the metadata what is wrong now. What is not served stays: it may be served one
     * day, and a permission that went would open what it closes.
     *
     * @return whether there was anything, so that more may be inconsistent now
     */
    boolean dropInconsistent() throws SQLException {
        begin();
        MetadataDocument document = latest().source().document().copy();
        boolean found =
                InconsistentParts.remove(
                        document,
                        inconsistencies().stream().filter(Inconsistency::isFault).toList());
        if (found) {
            changed = buildNext(document);
        }
        return found;
    }

    /**
     * Puts another document in place of the metadata, consistent or not.
     *
     * @param allowsInconsistent whether the change counts even when the database refuses a part
     */
    Candidate replace(MetadataDocument document, boolean allowsInconsistent) throws SQLException {
        begin();
        this.allowsInconsistent |= allowsInconsistent;
        changed = buildNext(document);
        return changed;
    }

    /**
     * All nodes read metadata and database anew afterwards.
     *
     * @param answer is told what is wrong then
     */
    void reload(Consumer<List<Inconsistency>> answer) throws SQLException {
        begin();
        reloads.add(answer);
    }

    /**
     * Runs SQL that may change tables.
     *
     * @param sql runs it
     * @param cascade whether what depended on a table or column that is gone goes too
     * @throws RequestException dependency-error when something depends and may not go
     */
    JsonNode changeSchema(SchemaChange sql, boolean cascade, ErrorPath path) throws SQLException {
        begin();
        Candidate last = latest();
        SchemaNames names = SchemaNames.read(connection);
        JsonNode answer = sql.run();
        catalog = null;
        MetadataDocument document = last.source().document().copy();
        new Renames(last, names, SchemaNames.read(connection)).apply(document);
        Dependents.Dropped dropped = new Dependents.Dropped(last.catalog(), catalog());
        Candidate next =
                settled(
                        last,
                        document,
                        (d, added) -> Dependents.removeAfterSql(d, added, dropped, cascade, path));
        if (changed != null || !document.equals(last.source().document())) {
            changed = next;
        } else {
            reload(inconsistencies -> {});
        }
        return answer;
    }

    /** SQL that an administrator sent. */
    @FunctionalInterface
    interface SchemaChange {
        /** Runs it. */
        JsonNode run() throws SQLException;
    }

    /** SQL has run that changes no table that is tracked. */
    void forgetCatalog() {
        catalog = null;
    }

    /** Completes the answers of those who wanted a reload. */
    void reloaded(List<Inconsistency> inconsistencies) {
        reloads.forEach(answer -> answer.accept(inconsistencies));
    }

    /** There are events to be delivered once the transaction is through. */
    void raisedEvents() {
        raisedEvents = true;
    }

    boolean hasRaisedEvents() {
        return raisedEvents;
    }

    boolean reloads() {
        return !reloads.isEmpty() && changed == null;
    }

    /** What is to come into force after the commit. */
    Optional<Candidate> changed() {
        return Optional.ofNullable(changed);
    }

    /** What PostgreSQL refuses of the event triggers of {@link #changed}, once it is stored. */
    List<Inconsistency> refused() {
        return refused;
    }

    /** Writes what the edits made of the metadata; the last thing before the commit. */
    void store() throws SQLException {
        if (changed != null) {
            store.write(connection, changed.source());
            captureEvents();
            archiveEvents();
        } else if (reloads()) {
            store.touch(connection);
        }
    }

    /** A trigger that is as it was must not keep others from being changed. */
    private void captureEvents() throws SQLException {
        refused = capture.attempt(connection, changed.eventTriggers());
        Set<String> unchanged = new HashSet<>();
        for (CapturedTrigger trigger : changed.eventTriggers().captured()) {
            if (before.eventTriggers().captured().contains(trigger)) {
                unchanged.add(trigger.definition().name());
            }
        }
        List<Inconsistency> added = new ArrayList<>(refused);
        added.removeIf(one -> unchanged.contains(one.name()));
        if (added.stream().anyMatch(one -> one.cause() == Cause.BUSY)) {
            throw DatabaseFailure.busy();
        }
        if (!added.isEmpty() && !allowsInconsistent) {
            throw Refusal.of(added, changed.source().document(), ErrorPath.ROOT.key("args"));
        }
    }

    /** Of the triggers that the metadata does not name any more. */
    private void archiveEvents() throws SQLException {
        new EventsLeftBehind(connection, changed.source().document().eventTriggerNames()).archive();
    }

    private void begin() throws SQLException {
        if (stored != null) {
            return;
        }
        store.lock(connection);
        stored = read();
        if (asked.expectedVersion().isPresent()
                && asked.expectedVersion().get() != stored.version()) {
            throw Refusal.conflict(asked.expectedVersion().get(), stored.version());
        }
        before = build(stored);
    }

    private Candidate build(VersionedMetadata metadata) throws SQLException {
        return candidates.build(metadata, catalog(), connection);
    }

    private Candidate buildNext(MetadataDocument document) throws SQLException {
        MetadataDocument next = document.sharing(latest().source().document());
        return candidates.buildWithRemotes(stored.next(next), catalog(), connection);
    }

    /** The database's tables, changes of this request included. */
    Catalog catalog() throws SQLException {
        if (catalog == null) {
            catalog = CatalogReader.read(connection);
        }
        return catalog;
    }
}
