package org.fitmesh.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fitmesh.catalog.Catalog;
import org.fitmesh.event.EventTriggers;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.Metadata;
import org.fitmesh.metadata.TrackedTable;

/**
 * A snapshot that was built aside, with all that it was built of; it may come into force.
 *
 * @param source the metadata as it is written
 * @param metadata the same as it was read
 * @param tracked the tables of metadata and entities
 * @param building when it was built
 */
public record Candidate(
        VersionedMetadata source,
        Catalog catalog,
        Metadata metadata,
        List<TrackedTable> tracked,
        EventTriggers eventTriggers,
        Snapshot snapshot,
        Building building) {

    /**
     * How a snapshot came to be.
     *
     * @param done when it was ready to come into force
     * @param took the time for making schemas and event triggers of what had been read
     */
    public record Building(Instant done, Duration took) {}

    /** The same, when its schemas were built before. */
    Candidate with(Building before) {
        return new Candidate(source, catalog, metadata, tracked, eventTriggers, snapshot, before);
    }

    /** What of the metadata cannot be honoured, and why. */
    public List<Inconsistency> inconsistencies() {
        return snapshot.inconsistencies();
    }
}
