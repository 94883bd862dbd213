package org.fitmesh.auth.caller;

import java.util.Set;

/**
 * What a login hands to the container's authentication through the request.
 *
 * @param roles for the container to enforce
 */
record CallerRoles(CallerPrincipal principal, Set<String> roles) {
    /** The attribute of the request; only a value of this type counts. */
    static final String ATTRIBUTE = CallerRoles.class.getName();
}
