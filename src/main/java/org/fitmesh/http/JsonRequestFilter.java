package org.fitmesh.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Turns a {@link JsonRequest} into headers and bytes just before it is sent. */
public final class JsonRequestFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext context) {
        if (!(context.getEntity() instanceof JsonRequest request)) {
            return;
        }
        // Replaced whole: a server that traces has put traceparent into a list that cannot change.
        request.headers().forEach((name, value) -> context.getHeaders().put(name, list(value)));
        context.setEntity(request.body(), null, MediaType.APPLICATION_JSON_TYPE);
    }

    private static List<Object> list(String value) {
        return new ArrayList<>(List.of(value));
    }
}
