package org.fitmesh.telemetry.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/** Something under way, and its span; ends when it is closed. */
public final class Traced implements AutoCloseable {
    /** Of what is not traced. */
    public static final Traced NONE = new Traced(Span.getInvalid(), Scope.noop());

    private final Span span;
    private final Scope scope;

    private Traced(Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    /** What this thread does until it is closed, in this thread, belongs to the span. */
    @SuppressWarnings("MustBeClosedChecker") // closed with the object that holds it
    static Traced here(SpanBuilder builder) {
        Span span = builder.startSpan();
        return new Traced(span, span.makeCurrent());
    }

    /** May be closed in any thread. */
    static Traced elsewhere(SpanBuilder builder) {
        return new Traced(builder.startSpan(), Scope.noop());
    }

    /** Whether anybody will see it. */
    public boolean isRecording() {
        return span.isRecording();
    }

    /** Calls it something else, now that more is known. */
    public void name(String name) {
        span.updateName(name);
    }

    /** Adds what is known of it; must hold no value of a client. */
    public void attribute(String name, String value) {
        span.setAttribute(name, value);
    }

    /** Adds a number. */
    public void attribute(String name, long value) {
        span.setAttribute(name, value);
    }

    /** It failed; a word that tells why, such as an error's code. */
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
    }

    /** Does its work; an exception makes it a failure and goes on. */
    public <T> T failing(Supplier<T> work, String why) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            failed(why);
            throw e;
        }
    }

    /** Its place in the trace; empty ids when it is not traced. */
    public TraceIds ids() {
        SpanContext context = span.getSpanContext();
        return new TraceIds(context.getTraceId(), context.getSpanId());
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
