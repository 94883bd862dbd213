package org.fitmesh.state;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.CatalogReader;
import org.fitmesh.catalog.EntityTracking;
import org.fitmesh.config.Application;
import org.fitmesh.config.DatabasePool;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggerResolution;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.event.EventTriggersInForce;
import org.fitmesh.event.capture.Capture;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataFiles;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.metadata.TrackedTables;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.remote.RemoteSchemaChanged;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.schema.RoleSchemas;

/** The snapshot in force, and how a new one comes into force: built aside, then swapped. */
@ApplicationScoped
public class Snapshots {
    private static final Logger LOG = System.getLogger(Snapshots.class.getName());

    @Resource(lookup = DatabasePool.NAME)
    private DataSource dataSource;

    @PersistenceUnit(unitName = "fitmesh")
    private EntityManagerFactory entities;

    @Inject private Settings settings;
    @Inject private RemoteSchemas remotes;
    @Inject private EventTriggersInForce eventTriggers;
    @Inject private Capture capture;

    private volatile Snapshot current;
    private Sources sources;

    /** What a snapshot is made of, besides the remotes. */
    private record Sources(Catalog catalog, List<TrackedTable> tracked, Metadata metadata) {}

    /** The snapshot in force; none before the database was reached for the first time. */
    public Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Reads database and metadata anew, puts a snapshot into force, and asks the remotes for their
     * types in the background.
     *
     * @throws SQLException when the database cannot be read; what is in force stays
     */
    public synchronized void load() throws SQLException {
        Metadata metadata = metadata();
        List<TrackedTable> tracked =
                isFit()
                        ? TrackedTables.merge(EntityTracking.read(entities), metadata.tables())
                        : metadata.tables();
        try (Connection connection = dataSource.getConnection()) {
            sources = new Sources(CatalogReader.read(connection), tracked, metadata);
        }
        rebuild();
        capture.synchronise(eventTriggers.get());
        remotes.introspectAll(
                metadata.remoteSchemas(), settings::lookup, settings.remotes().retryAfter());
    }

    /** A remote came, or changed its types. */
    synchronized void onRemoteChange(@Observes RemoteSchemaChanged change) {
        if (sources != null) {
            rebuild();
        }
    }

    private void rebuild() {
        RoleSchemas schemas =
                RoleSchemas.build(
                        sources.catalog(),
                        sources.tracked(),
                        remotes.known(),
                        new RemoteAccess(settings.remotes().permissions()));
        EventTriggers triggers =
                EventTriggerResolution.resolve(
                        sources.catalog(),
                        sources.tracked(),
                        settings::lookup,
                        settings.events().webhookSecrets());
        List<Inconsistency> inconsistencies = new ArrayList<>(sources.metadata().inconsistencies());
        inconsistencies.addAll(schemas.inconsistencies());
        inconsistencies.addAll(triggers.inconsistencies());
        inconsistencies.forEach(
                i ->
                        LOG.log(
                                Level.WARNING,
                                "inconsistent {0} {1}: {2}",
                                i.type(),
                                i.name(),
                                i.reason()));
        current =
                new Snapshot(
                        schemas,
                        inconsistencies,
                        settings.api().stringifyNumericTypes(),
                        settings.limits().planCacheSize());
        eventTriggers.set(triggers);
        LOG.log(
                Level.INFO,
                "schema in force: {0} tables, roles {1}, remotes {2}",
                sources.tracked().size(),
                schemas.byRole().keySet(),
                remotes.known().keySet());
    }

    /** What is wrong now: with metadata, schemas, remotes, or triggers of the database. */
    public List<Inconsistency> inconsistencies() {
        List<Inconsistency> all = new ArrayList<>(remotes.inconsistencies());
        all.addAll(capture.inconsistencies());
        current().ifPresent(snapshot -> all.addAll(snapshot.inconsistencies()));
        return all;
    }

    private Metadata metadata() {
        if (!isFit()) {
            return Metadata.EMPTY;
        }
        ClassLoader loader = Snapshots.class.getClassLoader();
        try {
            return MetadataReader.readDirectory(
                    MetadataFiles.onClassPath(loader, MetadataFiles.PACKAGED));
        } catch (IOException e) {
            Inconsistency unread =
                    new Inconsistency("metadata", MetadataFiles.PACKAGED, e.getMessage());
            return new Metadata(List.of(), List.of(), List.of(unread));
        }
    }

    private boolean isFit() {
        return settings.application() == Application.FIT;
    }
}
