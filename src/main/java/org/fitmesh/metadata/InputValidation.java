package org.fitmesh.metadata;

import java.time.Duration;
import java.util.List;

/**
 * Who is asked before anything is written: {@code validate_input} of a permission that writes.
 *
 * @param url template of an address
 * @param headers sent with each request; they win over those of the client
 * @param timeout of the wait for an answer
 */
public record InputValidation(
        ConfiguredValue url,
        List<ConfiguredHeader> headers,
        boolean forwardClientHeaders,
        Duration timeout) {}
