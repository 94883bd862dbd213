package org.fitmesh.api;

import org.fitmesh.auth.RequestHeaders;
import org.fitmesh.auth.Session;

/**
 * Who sent a request, and how.
 *
 * @param session null while it is not known who it is
 * @param requestId of the client ({@code x-request-id}), or a new one
 */
record Caller(Session session, RequestHeaders headers, String requestId) {}
