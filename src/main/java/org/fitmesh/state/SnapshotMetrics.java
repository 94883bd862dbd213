package org.fitmesh.state;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.fitmesh.telemetry.metric.Metrics;

/** What is in force, as numbers. */
@ApplicationScoped
public class SnapshotMetrics {
    @Inject private Metrics metrics;
    @Inject private Snapshots snapshots;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        metrics.gauge(
                "hasura_metadata_resource_version",
                "Version of the metadata in force; 0 before any",
                () -> snapshots.candidate().map(c -> c.source().version()).orElse(0L));
        metrics.gauge(
                "fitmesh_metadata_inconsistencies",
                "Parts of the metadata, remote schemas and triggers that should be in force and are"
                        + " not",
                () -> snapshots.faults().size());
    }
}
