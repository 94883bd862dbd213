package org.fitmesh.testapp.caller;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fitmesh.session.Session;

/** Business code that the container guards. */
@Stateless
@RolesAllowed("user")
public class Guarded {
    @Resource private SessionContext context;
    @Inject private JsonWebToken token;
    @Inject private Session session;

    /** For users. */
    public String forUsers() {
        return text();
    }

    /** For coaches; the role stands nowhere else. */
    @RolesAllowed("coach")
    public String forCoaches() {
        return text();
    }

    /** For everybody. */
    @PermitAll
    public String forAll() {
        return text();
    }

    private String text() {
        return context.getCallerPrincipal().getName()
                + ", user: "
                + context.isCallerInRole("user")
                + ", coach: "
                + context.isCallerInRole("coach")
                + ", "
                + token.getSubject()
                + ", "
                + sessionRole();
    }

    private String sessionRole() {
        try {
            return session.role();
        } catch (IllegalStateException e) {
            return "no session";
        }
    }
}
