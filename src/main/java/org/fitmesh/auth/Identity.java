package org.fitmesh.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is asking, and for how long that holds.
 *
 * @param expires when the token ends ({@code exp}), at which a WebSocket is closed; absent without
 *     a token or when the token never ends
 */
public record Identity(Session session, Optional<Instant> expires) {}
