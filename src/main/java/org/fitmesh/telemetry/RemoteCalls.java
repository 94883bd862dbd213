package org.fitmesh.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.fitmesh.telemetry.metric.Metrics;
import org.fitmesh.telemetry.metric.RemoteMetrics;
import org.fitmesh.telemetry.trace.Traced;
import org.fitmesh.telemetry.trace.Traces;

/** Watches requests to remote schemas. */
@ApplicationScoped
public class RemoteCalls {
    private RemoteMetrics metrics;
    private Traces traces;

    /** Outside a server. */
    public RemoteCalls() {
        this(new RemoteMetrics(new Metrics()), new Traces());
    }

    @Inject
    public RemoteCalls(RemoteMetrics metrics, Traces traces) {
        this.metrics = metrics;
        this.traces = traces;
    }

    /** A request under way, until it is closed; failed unless it was said to have succeeded. */
    public final class Call implements AutoCloseable {
        private final long began = System.nanoTime();
        private final String remoteSchema;
        private final Traced span;
        private boolean succeeded;

        private Call(String remoteSchema, Traced span) {
            this.remoteSchema = remoteSchema;
            this.span = span;
        }

        /** What tells the remote of the trace. */
        public Map<String, String> headers() {
            return traces.headers();
        }

        /** The remote has answered. */
        public void succeeded() {
            succeeded = true;
        }

        @Override
        public void close() {
            metrics.asked(remoteSchema, succeeded, System.nanoTime() - began);
            if (!succeeded) {
                span.failed("remote-schema-error");
            }
            span.close();
        }
    }

    /** A request begins; its span is current until it is closed. */
    public Call begin(String remoteSchema, URI address) {
        return new Call(remoteSchema, traces.remote(remoteSchema, address));
    }
}
