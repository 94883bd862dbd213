package org.fitmesh.telemetry.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Traces in HTTP headers: <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>,
 * unless the server is configured for another form ({@code otel.propagators}).
 */
final class TraceHeaders {
    private TraceHeaders() {}

    static Context read(OpenTelemetry telemetry, Map<String, String> headers) {
        return telemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), headers, ByName.INSTANCE);
    }

    static Map<String, String> write(OpenTelemetry telemetry, Context context) {
        Map<String, String> headers = new HashMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(context, headers, Map::put);
        return headers;
    }

    private enum ByName implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name.toLowerCase(Locale.ROOT));
        }
    }
}
