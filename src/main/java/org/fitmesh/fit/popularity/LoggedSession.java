package org.fitmesh.fit.popularity;

import java.util.UUID;

/**
 * A session that was inserted.
 *
 * @param eventId of the event that tells of it; the same however often it is delivered
 */
record LoggedSession(UUID eventId, String slug) {}
