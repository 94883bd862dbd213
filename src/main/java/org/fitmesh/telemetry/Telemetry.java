package org.fitmesh.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.fitmesh.telemetry.log.HttpExchange;
import org.fitmesh.telemetry.log.RequestLog;
import org.fitmesh.telemetry.log.ServedOperation;
import org.fitmesh.telemetry.log.ServedRequest;
import org.fitmesh.telemetry.metric.RequestMetrics;
import org.fitmesh.telemetry.trace.Traced;
import org.fitmesh.telemetry.trace.Traces;

/** Watches the requests of clients: counts them, writes their lines, makes their spans. */
@ApplicationScoped
public class Telemetry {
    @Inject private RequestMetrics metrics;
    @Inject private RequestLog log;
    @Inject private Traces traces;

    /** A request under observation, until it is closed. */
    public final class Observed implements AutoCloseable {
        private final ServedRequest request;
        private final Traced span;

        private Observed(ServedRequest request, Traced span) {
            this.request = request;
            this.span = span;
        }

        /** What is known of it, to be added to. */
        public ServedRequest request() {
            return request;
        }

        /** Whether what runs for an operation must be told by {@link ServedOperation#planned}. */
        public boolean wantsQueries() {
            return log.hasQueries();
        }

        /** An operation is about to run. */
        public void planned(ServedOperation operation, ServedOperation.SeenQuery query) {
            operation.planned(query);
            log.write(operation, request.http().requestId());
        }

        @Override
        public void close() {
            metrics.closed();
            request.operations()
                    .forEach(o -> metrics.answered(o.kind(), o.error().isEmpty(), o.nanos()));
            if (span.isRecording()) {
                describe();
            }
            span.close();
            log.write(request);
        }

        private void describe() {
            span.attribute("http.response.status_code", request.status());
            span.attribute("fitmesh.request_id", request.http().requestId());
            request.role().ifPresent(role -> span.attribute("fitmesh.role", role));
            request.error().ifPresent(error -> span.failed(error.code()));
            for (ServedOperation operation : request.operations()) {
                span.attribute("graphql.operation.type", operation.kind().text());
                operation.name().ifPresent(n -> span.attribute("graphql.operation.name", n));
                operation.error().ifPresent(error -> span.failed(error.code()));
            }
            if (request.operations().size() == 1) {
                ServedOperation only = request.operations().get(0);
                span.name(only.kind().text() + only.name().map(n -> " " + n).orElse(""));
            }
        }
    }

    /**
     * A request has come.
     *
     * @param headers by name in lower case
     */
    public Observed observe(HttpExchange http, Map<String, String> headers) {
        metrics.opened();
        return new Observed(
                new ServedRequest(http), traces.request(http.method(), http.url(), headers));
    }
}
