package org.fitmesh.telemetry.log;

/**
 * A request as HTTP shows it.
 *
 * @param url path alone: a query string may hold anything
 * @param ip of whoever is connected, which may be a proxy
 * @param version such as {@code HTTP/1.1}
 */
public record HttpExchange(
        String requestId, String method, String url, String ip, String version) {}
