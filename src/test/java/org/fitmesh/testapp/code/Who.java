package org.fitmesh.testapp.code;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.TreeSet;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fitmesh.session.Session;

/** One for the whole application: what it is injected must be the request's each time. */
@GraphQLApi
@ApplicationScoped
@PermitAll
public class Who {
    @Inject private JsonWebToken token;
    @Inject private SecurityContext container;
    @Inject private Session session;

    /** What the container says. */
    @Query
    public String container() {
        Principal principal = container.getCallerPrincipal();
        return (principal == null ? "nobody" : principal.getName())
                + " user "
                + container.isCallerInRole("user")
                + " coach "
                + container.isCallerInRole("coach");
    }

    /** What the token says. */
    @Query
    public String token() {
        return token.getSubject()
                + " "
                + new TreeSet<>(token.getGroups())
                + " "
                + (token.getRawToken() == null ? "no token" : "a token");
    }

    /** The role and the user. */
    @Query
    public String session() {
        return session.role()
                + " "
                + session.userId().orElse("nobody")
                + " "
                + session.variable("X-Hasura-Team").orElse("none");
    }
}
