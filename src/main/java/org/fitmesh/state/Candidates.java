package org.fitmesh.state;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.EntityTracking;
import org.fitmesh.config.Application;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggerResolution;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.metadata.TrackedTables;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.remote.RemoteSchema;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.schema.RoleSchemas;

/** Builds snapshots aside; changes nothing that is in force. */
@ApplicationScoped
public class Candidates {
    @PersistenceUnit(unitName = "fitmesh")
    private EntityManagerFactory entities;

    @Inject private Settings settings;
    @Inject private RemoteSchemas remotes;

    /**
     * What would be in force with that metadata in a database with these tables.
     *
     * @throws jakarta.persistence.PersistenceException when the entities cannot be read
     */
    public Candidate build(VersionedMetadata source, Catalog catalog) {
        Metadata metadata = MetadataReader.read(source.document().json());
        List<TrackedTable> tracked =
                settings.application() == Application.FIT
                        ? TrackedTables.merge(EntityTracking.read(entities), metadata.tables())
                        : metadata.tables();
        return build(source, catalog, metadata, tracked);
    }

    /** The same with the remotes that are known now. */
    Candidate rebuild(Candidate before) {
        return build(before.source(), before.catalog(), before.metadata(), before.tracked());
    }

    private Candidate build(
            VersionedMetadata source,
            Catalog catalog,
            Metadata metadata,
            List<TrackedTable> tracked) {
        RoleSchemas schemas =
                RoleSchemas.build(
                        catalog,
                        tracked,
                        known(metadata),
                        new RemoteAccess(settings.remotes().permissions()));
        EventTriggers triggers =
                EventTriggerResolution.resolve(
                        catalog, tracked, settings::lookup, settings.events().webhookSecrets());
        List<Inconsistency> inconsistencies = new ArrayList<>(source.unreadable());
        inconsistencies.addAll(metadata.inconsistencies());
        inconsistencies.addAll(schemas.inconsistencies());
        inconsistencies.addAll(triggers.inconsistencies());
        Snapshot snapshot =
                new Snapshot(
                        schemas,
                        inconsistencies,
                        settings.api().stringifyNumericTypes(),
                        settings.limits().planCacheSize());
        return new Candidate(source, catalog, metadata, tracked, triggers, snapshot);
    }

    /** A remote whose definition has changed is another one, whose types are not known yet. */
    private Map<String, RemoteSchema> known(Metadata metadata) {
        Map<String, RemoteSchema> known = new LinkedHashMap<>();
        Map<String, RemoteSchema> told = remotes.known();
        metadata.remoteSchemas().stream()
                .filter(definition -> told.containsKey(definition.name()))
                .map(definition -> told.get(definition.name()))
                .filter(remote -> metadata.remoteSchemas().contains(remote.definition()))
                .forEach(remote -> known.put(remote.definition().name(), remote));
        return known;
    }
}
