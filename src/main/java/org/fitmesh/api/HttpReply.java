package org.fitmesh.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Writes replies. */
final class HttpReply {
    /** Below one packet there is nothing to gain. */
    private static final int WORTH_COMPRESSING = 1400;

    private HttpReply() {}

    static void json(
            HttpServletRequest request, HttpServletResponse response, int status, byte[] body)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        byte[] sent = body;
        if (body.length >= WORTH_COMPRESSING) {
            // Also without compression, which depends on the request's header, too.
            response.addHeader("vary", "accept-encoding");
            if (AcceptEncoding.allowsGzip(request.getHeader("accept-encoding"))) {
                response.setHeader("content-encoding", "gzip");
                sent = compressed(body);
            }
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    static void notFound(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = ErrorJson.rest("$", "resource does not exist", "not-found");
        json(request, response, HttpServletResponse.SC_NOT_FOUND, body);
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
