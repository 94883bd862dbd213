package org.fitmesh.telemetry.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The label {@code source_name}: the metadata names the source, and may call it otherwise later.
 */
@ApplicationScoped
public class SourceMetrics {
    /** Before the metadata is known. */
    static final String USUAL_NAME = "default";

    @Inject private Metrics metrics;
    @Inject private DatabaseMetrics database;
    @Inject private EventMetrics events;

    private String current = USUAL_NAME;

    static Tag tag(String source) {
        return new Tag("source_name", source);
    }

    /** The source has this name from now on. What was counted under another one goes. */
    public synchronized void name(String source) {
        if (source.equals(current)) {
            return;
        }
        Tag before = tag(current);
        current = source;
        events.rename(tag(source));
        database.rename(tag(source));
        metrics.remove(before);
    }
}
