package org.fitmesh.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes spans as OTLP over HTTP, as a collector does. */
final class OtlpReceiver implements AutoCloseable {
    private final List<Seen> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** A span; ids in hexadecimal, the parent's empty for a root. */
    record Seen(
            String name,
            Span.SpanKind kind,
            String traceId,
            String id,
            String parent,
            boolean failed,
            Map<String, String> attributes) {
        static Seen of(Span span) {
            return new Seen(
                    span.getName(),
                    span.getKind(),
                    HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                    HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                    HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
                    span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                    span.getAttributesList().stream()
                            .collect(
                                    Collectors.toMap(
                                            a -> a.getKey(),
                                            a ->
                                                    a.getValue().hasStringValue()
                                                            ? a.getValue().getStringValue()
                                                            : "" + a.getValue().getIntValue(),
                                            (first, second) -> second)));
        }
    }

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All spans of a trace so far. */
    List<Seen> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = zipped ? new GZIPInputStream(raw) : raw) {
            if (exchange.getRequestURI().getPath().endsWith("/v1/traces")) {
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                        .flatMap(resource -> resource.getScopeSpansList().stream())
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(Seen::of)
                        .forEach(spans::add);
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
