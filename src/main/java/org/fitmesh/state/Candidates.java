package org.fitmesh.state;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.catalog.EntityTracking;
import org.fitmesh.catalog.EnumReader;
import org.fitmesh.code.CodeModel;
import org.fitmesh.code.CodeOperations;
import org.fitmesh.config.Application;
import org.fitmesh.config.ExperimentalFeature;
import org.fitmesh.config.Settings;
import org.fitmesh.event.EventTriggerResolution;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.MetadataReader;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.metadata.SourceCustomization;
import org.fitmesh.metadata.TrackedTable;
import org.fitmesh.metadata.TrackedTables;
import org.fitmesh.metadata.UnservedParts;
import org.fitmesh.naming.NamingConvention;
import org.fitmesh.remote.RemoteAccess;
import org.fitmesh.remote.RemoteSchemas;
import org.fitmesh.schema.RoleSchemas;
import org.fitmesh.schema.type.TypeOptions;
import org.fitmesh.validation.UsableValidations;

/** Builds snapshots aside; changes nothing that is in force. */
@ApplicationScoped
public class Candidates {
    @PersistenceUnit(unitName = "fitmesh")
    private EntityManagerFactory entities;

    @Inject private Settings settings;
    @Inject private RemoteSchemas remotes;
    @Inject private CodeOperations code;

    private final StatsCounter planCounts = new ConcurrentStatsCounter();

    private volatile RoleSchemas latest;
    private volatile Read latestRead;

    /** Metadata as it is written, and what it says. */
    private record Read(VersionedMetadata source, Metadata metadata) {}

    /**
     * What would be in force with that metadata in a database with these tables. Remotes that are
     * not known yet are missing.
     *
     * @param connection to read the rows of enum tables on
     * @throws jakarta.persistence.PersistenceException when the entities cannot be read
     * @throws SQLException when enum tables cannot be read
     */
    public Candidate build(VersionedMetadata source, Catalog catalog, Connection connection)
            throws SQLException {
        Metadata metadata = read(source);
        return build(source, catalog, metadata, connection, List.of());
    }

    /**
     * The same, with the types of remotes that are new: they are asked, and waited for.
     *
     * @throws jakarta.persistence.PersistenceException when the entities cannot be read
     * @throws SQLException when enum tables cannot be read
     */
    public Candidate buildWithRemotes(
            VersionedMetadata source, Catalog catalog, Connection connection) throws SQLException {
        Metadata metadata = read(source);
        List<Inconsistency> failures = remotes.prepare(metadata.remoteSchemas(), settings::lookup);
        return build(source, catalog, metadata, connection, failures);
    }

    private Candidate build(
            VersionedMetadata source,
            Catalog catalog,
            Metadata metadata,
            Connection connection,
            List<Inconsistency> ofRemotes)
            throws SQLException {
        List<TrackedTable> tracked = tracked(metadata);
        Catalog complete =
                new EnumReader(connection).withEnums(catalog, TrackedTables.enums(tracked));
        return build(source, complete, metadata, tracked, ofRemotes);
    }

    /** The same document is read once: nobody edits it. */
    private Metadata read(VersionedMetadata source) {
        Read last = latestRead;
        if (last != null && last.source() == source) {
            return last.metadata();
        }
        Read read = new Read(source, MetadataReader.read(source.document().json()));
        latestRead = read;
        return read.metadata();
    }

    /** Asks the remotes that are new in that metadata for their types, and waits for them. */
    void prepareRemotes(VersionedMetadata source) {
        Metadata metadata = read(source);
        remotes.prepare(metadata.remoteSchemas(), settings::lookup);
    }

    /** What a remote answered when it was asked for its types last, as JSON in UTF-8. */
    public Optional<byte[]> introspection(RemoteSchemaDefinition remote) {
        return remotes.introspection(remote);
    }

    private List<TrackedTable> tracked(Metadata metadata) {
        return settings.application() == Application.FIT
                ? TrackedTables.merge(EntityTracking.read(entities), metadata.tables())
                : metadata.tables();
    }

    /** The same as before, with the remotes that are known now. */
    Candidate rebuild(Candidate before) {
        Candidate again =
                build(
                        before.source(),
                        before.catalog(),
                        before.metadata(),
                        before.tracked(),
                        List.of());
        return again.snapshot().hasSchemasOf(before.snapshot())
                ? again.with(before.building())
                : again;
    }

    private CodeModel code() {
        return settings.application() == Application.FIT ? code.model() : CodeModel.NONE;
    }

    private RoleSchemas.Options options(SourceCustomization customization, String sourceName) {
        Settings.Features features = settings.features();
        return new RoleSchemas.Options(
                settings.api().inferFunctionPermissions(),
                settings.api().collapseNulls(),
                customization.with(naming(customization)),
                sourceName,
                new TypeOptions(
                        !features.has(ExperimentalFeature.HIDE_UPDATE_MANY_FIELDS),
                        !features.has(ExperimentalFeature.HIDE_AGGREGATION_PREDICATES),
                        !features.has(ExperimentalFeature.DISABLE_POSTGRES_ARRAYS)));
    }

    /** As in Hasura nothing that names a convention counts unless the feature is on. */
    private NamingConvention naming(SourceCustomization customization) {
        Settings.Features features = settings.features();
        if (!features.has(ExperimentalFeature.NAMING_CONVENTION)) {
            return NamingConvention.HASURA_DEFAULT;
        }
        return customization
                .namingConvention()
                .or(() -> NamingConvention.named(features.defaultNaming()))
                .orElse(NamingConvention.HASURA_DEFAULT);
    }

    private Candidate build(
            VersionedMetadata source,
            Catalog catalog,
            Metadata metadata,
            List<TrackedTable> tracked,
            List<Inconsistency> ofRemotes) {
        long begin = System.nanoTime();
        UsableValidations.Usable usable = UsableValidations.of(tracked, settings::lookup);
        RoleSchemas schemas =
                schemas(catalog, metadata, usable.tables(), source.document().sourceName());
        EventTriggers triggers =
                EventTriggerResolution.resolve(
                        catalog, tracked, settings::lookup, settings.events().webhookSecrets());
        List<Inconsistency> inconsistencies = new ArrayList<>(source.unreadable());
        inconsistencies.addAll(ofRemotes);
        inconsistencies.addAll(metadata.inconsistencies());
        inconsistencies.addAll(usable.inconsistencies());
        inconsistencies.addAll(schemas.inconsistencies());
        inconsistencies.addAll(triggers.inconsistencies());
        inconsistencies.addAll(UnservedParts.of(source.document(), settings::lookup));
        Snapshot snapshot =
                new Snapshot(
                        schemas,
                        inconsistencies,
                        settings.api().stringifyNumericTypes(),
                        settings.limits().planCacheSize(),
                        planCounts);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Candidate(
                source,
                catalog,
                metadata,
                tracked,
                triggers,
                snapshot,
                new Candidate.Building(Instant.now(), took));
    }

    /** What stays of the schemas that were built last is taken from there. */
    private RoleSchemas schemas(
            Catalog catalog, Metadata metadata, List<TrackedTable> tables, String sourceName) {
        RoleSchemas.Sources sources =
                new RoleSchemas.Sources(
                        catalog,
                        new RoleSchemas.Tracked(
                                tables,
                                metadata.functions(),
                                options(metadata.customization(), sourceName)),
                        remotes.known(metadata.remoteSchemas()),
                        new RemoteAccess(settings.remotes().permissions()),
                        code(),
                        metadata.roles());
        RoleSchemas last = latest;
        RoleSchemas next = last == null ? RoleSchemas.build(sources) : last.next(sources);
        latest = next;
        return next;
    }
}
