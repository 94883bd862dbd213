package org.fitmesh.telemetry.log;

/**
 * An error that a client was sent.
 *
 * @param message may quote values of the client
 */
public record SeenError(String code, String path, String message) {}
