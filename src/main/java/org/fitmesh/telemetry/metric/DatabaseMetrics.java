package org.fitmesh.telemetry.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;

/** How requests use the pool of connections, whoever owns it; the server counts the rest of it. */
@ApplicationScoped
public class DatabaseMetrics {
    private ConnectionMetrics connections;

    /** For the container. */
    public DatabaseMetrics() {}

    @Inject
    public DatabaseMetrics(Metrics metrics) {
        this.connections =
                new ConnectionMetrics(metrics, SourceMetrics.tag(SourceMetrics.USUAL_NAME));
    }

    /** Shows what follows under another name of the source; counts begin anew. */
    void rename(Tag source) {
        connections.rename(source);
    }

    /** What is told of each use; the same for all. */
    public ConnectionMetrics ofConnections() {
        return connections;
    }
}
