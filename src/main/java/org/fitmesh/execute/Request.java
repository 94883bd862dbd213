package org.fitmesh.execute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fitmesh.auth.Session;

/**
 * The values of one request.
 *
 * @param variables as the client gave them
 * @param clientHeaders for remotes that are sent them
 * @param login makes the container know the caller; called before Java code runs
 */
public record Request(
        ObjectNode variables, Session session, Map<String, String> clientHeaders, Runnable login) {}
