package org.fitmesh.command;

import java.util.Optional;
import org.fitmesh.auth.Session;

/**
 * How a request was made.
 *
 * @param session of the administrator
 * @param set the commands that it may name
 * @param expectedVersion which version of the metadata the client has seen, if it said so
 * @param sqlAllowed whether it may bring SQL
 */
record Asked(Session session, CommandSet set, Optional<Long> expectedVersion, boolean sqlAllowed) {}
