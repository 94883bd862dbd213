package org.fitmesh.remote;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;

/** Turns a {@link RemoteRequest} into headers and bytes just before it is sent. */
final class RemoteRequestFilter implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext context) {
        if (!(context.getEntity() instanceof RemoteRequest request)) {
            return;
        }
        request.headers().forEach((name, value) -> context.getHeaders().putSingle(name, value));
        context.setEntity(request.body(), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
