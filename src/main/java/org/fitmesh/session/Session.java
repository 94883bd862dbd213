package org.fitmesh.session;

import java.util.Map;
import java.util.Optional;

/**
 * The role and the session variables of the request that is being answered: {@code @Inject Session
 * session}. It may be injected into a bean of any scope; each call tells of the request at hand.
 *
 * <p>Every method throws {@link IllegalStateException} where no request has brought a caller: in
 * timers, observers of delivered events and the application's own threads.
 */
public interface Session {

    /** The role in force, such as {@code user}, of those that the caller may take on. */
    String role();

    /**
     * The session variables. The names are in lower case and start with {@code x-hasura-}; {@code
     * x-hasura-role} is always among them. The map cannot be changed.
     */
    Map<String, String> variables();

    /**
     * A session variable.
     *
     * @param name in any case
     */
    Optional<String> variable(String name);

    /** The session variable {@code x-hasura-user-id}. */
    Optional<String> userId();
}
