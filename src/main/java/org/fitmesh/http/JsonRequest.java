package org.fitmesh.http;

import java.util.Map;

/**
 * What is sent. It travels as the entity until {@link JsonRequestFilter} takes it apart: headers
 * differ from call to call in name and number, and {@code @HeaderParam} wants fixed names.
 *
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // requests are compared by no one
public record JsonRequest(byte[] body, Map<String, String> headers) {
    /** Without headers and body: both may hold secrets. */
    @Override
    public String toString() {
        return "JsonRequest[" + body.length + " bytes]";
    }
}
