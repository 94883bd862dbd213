package org.fitmesh.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fitmesh.metadata.Inconsistency.Cause;

/** Collects what could not be read while the rest is read. */
final class Findings {
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    /**
     * The part that is read, or empty when it is malformed: then it is on the list.
     *
     * @param type Hasura's word for the part
     */
    <T> Optional<T> attempt(String type, String name, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MalformedEntry e) {
            inconsistencies.add(new Inconsistency(type, name, e.getMessage(), e.reason()));
            return Optional.empty();
        }
    }

    void add(String type, String name, String reason) {
        inconsistencies.add(new Inconsistency(type, name, reason, Cause.MALFORMED));
    }

    List<Inconsistency> inconsistencies() {
        return List.copyOf(inconsistencies);
    }
}
