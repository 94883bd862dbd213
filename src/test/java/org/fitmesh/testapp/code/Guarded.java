package org.fitmesh.testapp.code;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** An EJB as an endpoint: the container guards it too. */
@GraphQLApi
@Stateless
@RolesAllowed("user")
public class Guarded {
    @Resource private SessionContext context;

    /** For users. */
    @Query("for_users")
    public String forUsers() {
        return text();
    }

    /** For coaches; the role stands nowhere else. */
    @Query("for_coaches")
    @RolesAllowed("coach")
    public String forCoaches() {
        return text();
    }

    /** For everybody. */
    @Query("for_all")
    @PermitAll
    public String forAll() {
        return text();
    }

    private String text() {
        return context.getCallerPrincipal().getName()
                + " user "
                + context.isCallerInRole("user")
                + " coach "
                + context.isCallerInRole("coach");
    }
}
