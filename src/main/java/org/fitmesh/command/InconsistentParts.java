package org.fitmesh.command;

import java.util.Collection;
import java.util.List;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.MetadataDocument;

/** Takes parts out of a document that cannot be honoured. */
final class InconsistentParts {
    private InconsistentParts() {}

    /**
     * Takes out what these inconsistencies tell of.
     *
     * @return whether anything was found
     */
    static boolean remove(MetadataDocument document, Collection<Inconsistency> inconsistencies) {
        WrittenObjects objects = WrittenObjects.of(document);
        List<WrittenObject> gone =
                inconsistencies.stream().flatMap(one -> objects.meant(one).stream()).toList();
        gone.forEach(WrittenObject::remove);
        return !gone.isEmpty();
    }
}
