package org.fitmesh.telemetry.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fitmesh.config.Settings;

/**
 * Makes spans. Attributes are named after <a
 * href="https://opentelemetry.io/docs/specs/semconv/">OpenTelemetry's conventions</a>; none holds a
 * value of a client: statements have parameters in their places.
 */
@ApplicationScoped
public class Traces {
    private boolean on;
    private OpenTelemetry telemetry;
    private Tracer tracer;

    /** Without any. */
    public Traces() {}

    @Inject
    public Traces(Settings settings, OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.on = settings.traces();
        if (on) {
            tracer = telemetry.getTracer("org.fitmesh");
        }
    }

    /** Whether there are any. */
    public boolean areMade() {
        return on;
    }

    /**
     * A request of a client; a part of the client's trace when its headers name one.
     *
     * @param headers by name in lower case
     */
    public Traced request(String method, String path, Map<String, String> headers) {
        if (!on) {
            return Traced.NONE;
        }
        Context current = Context.current();
        boolean outermost = !Span.fromContext(current).getSpanContext().isValid();
        Context parent = outermost ? TraceHeaders.read(telemetry, headers) : current;
        SpanBuilder span =
                tracer.spanBuilder(method + " " + path)
                        .setParent(parent)
                        // The server may have made the span of the request already.
                        .setSpanKind(outermost ? SpanKind.SERVER : SpanKind.INTERNAL)
                        .setAttribute("http.request.method", method)
                        .setAttribute("url.path", path);
        return Traced.here(span);
    }

    /**
     * A statement.
     *
     * @param field what it answers
     */
    public Traced statement(String field, String sql) {
        if (!on) {
            return Traced.NONE;
        }
        return Traced.here(
                tracer.spanBuilder("postgresql " + field)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("db.system", "postgresql")
                        .setAttribute("db.statement", sql));
    }

    /** A request to a remote. */
    public Traced remote(String remoteSchema, URI address) {
        if (!on) {
            return Traced.NONE;
        }
        return Traced.here(
                tracer.spanBuilder("remote schema " + remoteSchema)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("fitmesh.remote_schema", remoteSchema)
                        .setAttribute("http.request.method", "POST")
                        .setAttribute("server.address", String.valueOf(address.getHost())));
    }

    /** A request to a handler of input validations. */
    public Traced inputValidation(URI address) {
        if (!on) {
            return Traced.NONE;
        }
        return Traced.here(
                tracer.spanBuilder("input validation")
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("http.request.method", "POST")
                        .setAttribute("server.address", String.valueOf(address.getHost())));
    }

    /**
     * A delivery of an event, which ends in another thread; a part of the trace of the change.
     *
     * @param traceId in hexadecimal, and null when it is not known
     */
    public Traced delivery(String trigger, URI address, String traceId, String spanId) {
        if (!on) {
            return Traced.NONE;
        }
        SpanContext cause =
                SpanContext.createFromRemoteParent(
                        String.valueOf(traceId),
                        String.valueOf(spanId),
                        TraceFlags.getSampled(),
                        TraceState.getDefault());
        Context parent = cause.isValid() ? Context.root().with(Span.wrap(cause)) : Context.root();
        return Traced.elsewhere(
                tracer.spanBuilder("event trigger " + trigger)
                        .setParent(parent)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("fitmesh.event_trigger", trigger)
                        .setAttribute("http.request.method", "POST")
                        .setAttribute("server.address", String.valueOf(address.getHost())));
    }

    /** The headers by which the current span goes on in a request to somebody else. */
    public Map<String, String> headers() {
        return on ? TraceHeaders.write(telemetry, Context.current()) : Map.of();
    }

    /** Ids of the current span, as an event carries them; none while there is no span. */
    public Optional<TraceIds> current() {
        if (!on) {
            return Optional.empty();
        }
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of(new TraceIds(span.getTraceId(), span.getSpanId()))
                : Optional.empty();
    }

    /** What runs in another thread for the current span. */
    public <T> Callable<T> continued(Callable<T> task) {
        return on ? Context.current().wrap(task) : task;
    }
}
