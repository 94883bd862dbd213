package org.fitmesh.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/**
 * Who takes JSON, as the MicroProfile REST client sees them: a remote schema, a handler of input
 * validations. Public because the client makes a proxy.
 */
@Path("")
public interface JsonEndpoint extends Closeable {
    /** Sends one request; the reply is to be closed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Response post(JsonRequest request);
}
