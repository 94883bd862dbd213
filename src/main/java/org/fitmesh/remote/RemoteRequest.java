package org.fitmesh.remote;

import java.util.Map;

/**
 * What is sent to a remote. It travels as the entity until {@link RemoteRequestFilter} takes it
 * apart: headers differ from call to call in name and number, and {@code @HeaderParam} wants fixed
 * names.
 *
 * @param body a GraphQL request as JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // requests are compared by no one
public record RemoteRequest(byte[] body, Map<String, String> headers) {
    /** Without headers and body: both may hold secrets. */
    @Override
    public String toString() {
        return "RemoteRequest[" + body.length + " bytes]";
    }
}
