package org.fitmesh.testapp.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fitmesh.session.Session;

/** One for the whole application: what it is injected must be the request's each time. */
@ApplicationScoped
public class Witness {
    @Inject private JsonWebToken token;
    @Inject private SecurityContext container;
    @Inject private Session session;

    /** Everything that can be asked. */
    Map<String, String> tell() {
        Map<String, String> all = new LinkedHashMap<>();
        Principal principal = container.getCallerPrincipal();
        all.put("principal", principal == null ? "none" : principal.getName());
        all.put("principal is token", "" + (principal instanceof JsonWebToken));
        for (String role : new String[] {"admin", "user", "coach", "public", "undeclared"}) {
            all.put("in role " + role, "" + container.isCallerInRole(role));
        }
        token(all);
        all.put("session", sessionText());
        return all;
    }

    private void token(Map<String, String> all) {
        all.put("token name", token.getName());
        all.put("token subject", token.getSubject());
        all.put("token issuer", token.getIssuer());
        all.put("token audience", "" + token.getAudience());
        all.put("token groups", "" + new TreeSet<>(token.getGroups()));
        all.put("token claims", "" + new TreeSet<>(token.getClaimNames()));
        all.put("token lasts", "" + (token.getExpirationTime() - token.getIssuedAtTime()));
        all.put("token raw", token.getRawToken());
        all.put("token custom", "" + token.getClaim("https://hasura.io/jwt/claims"));
        all.put("token absent", "" + token.claim("absent").isPresent());
    }

    /** The session, or why there is none. */
    String sessionText() {
        try {
            return session.role()
                    + " "
                    + session.userId().orElse("nobody")
                    + " "
                    + session.variable("X-Hasura-Role").orElse("none")
                    + " "
                    + new TreeMap<>(session.variables());
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
