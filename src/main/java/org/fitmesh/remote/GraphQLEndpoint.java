package org.fitmesh.remote;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/** A remote as the MicroProfile REST client sees it. Public because the client makes a proxy. */
@Path("")
public interface GraphQLEndpoint extends Closeable {
    /** Sends one request; the reply is to be closed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Response post(RemoteRequest request);
}
