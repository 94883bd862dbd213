package org.fitmesh.remote;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Turns a {@link RemoteRequest} into headers and bytes just before it is sent. */
final class RemoteRequestFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext context) {
        if (!(context.getEntity() instanceof RemoteRequest request)) {
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
