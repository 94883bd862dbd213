package org.fitmesh.auth.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fitmesh.auth.Identity;
import org.fitmesh.auth.Session;

/** Makes the caller of a request known to the container and to the beans of applications. */
@ApplicationScoped
public class CallerLogin {
    @Inject private ContainerLogin container;
    @Inject private CurrentCaller current;
    @Inject private DeclaredRoles declared;

    /**
     * To be called right before a request runs Java code; until it ends, the code that it runs on
     * this thread sees its caller. An administrator has all roles that Java code names.
     *
     * @param inForce the container's roles: the one in force (as with Hasura, a request has one)
     *     and those that it inherits from
     * @throws IllegalStateException if the container refuses, or the request has another caller
     */
    public void establish(
            HttpServletRequest request,
            HttpServletResponse response,
            Identity identity,
            Set<String> inForce) {
        Optional<CallerPrincipal> before = current.find();
        if (before.isPresent()) {
            checkSame(before.get(), identity);
            return;
        }
        CallerPrincipal caller = new CallerPrincipal(identity);
        if (declared.isContainerAsked()) {
            container.login(
                    request, response, new CallerRoles(caller, roles(identity.session(), inForce)));
        }
        current.set(caller);
    }

    private static void checkSame(CallerPrincipal before, Identity identity) {
        if (!before.identity().equals(identity)) {
            throw new IllegalStateException("the request has a caller already, and another one");
        }
    }

    private Set<String> roles(Session session, Set<String> inForce) {
        if (!session.isAdmin()) {
            return inForce;
        }
        Set<String> all = new HashSet<>(declared.roles());
        all.add(Session.ADMIN);
        return all;
    }
}
