package org.fitmesh.fit.hygraph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;

/** Hygraph's content API as the MicroProfile REST client sees it. Public for its proxy. */
@Path("")
public interface HygraphEndpoint extends Closeable {
    /**
     * Sends one request; the reply is to be closed.
     *
     * @param authorization null: no such header
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Response post(@HeaderParam("Authorization") String authorization, byte[] request);
}
