package org.fitmesh.state;

import java.util.List;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/**
 * The metadata at one time. Nobody edits the document: it is in force.
 *
 * @param version raised by each change and each reload
 * @param stored whether the database keeps it: then all nodes have the same. The packaged one may
 *     be another on a node with another WAR
 * @param unreadable what is wrong with the files that it was read from
 */
public record VersionedMetadata(
        long version, boolean stored, MetadataDocument document, List<Inconsistency> unreadable) {
    /** The version of metadata that nobody has changed yet. */
    public static final long FIRST = 1;

    /** The version that follows, with another document, which is to be stored. */
    public VersionedMetadata next(MetadataDocument changed) {
        return new VersionedMetadata(version + 1, true, changed, List.of());
    }

    /** Whether what the document does not name is gone, on every node. */
    public boolean namesAll() {
        return stored && unreadable.isEmpty();
    }
}
