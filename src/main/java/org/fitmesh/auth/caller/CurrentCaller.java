package org.fitmesh.auth.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The caller of the request at hand, once a login has made it known. */
@ApplicationScoped
public class CurrentCaller {
    @Inject private OfRequest request;

    /** Lives as long as the request. */
    @RequestScoped
    public static class OfRequest {
        private CallerPrincipal principal;

        CallerPrincipal principal() {
            return principal;
        }

        void set(CallerPrincipal caller) {
            this.principal = caller;
        }
    }

    /** Empty outside of a request too. */
    Optional<CallerPrincipal> find() {
        try {
            return Optional.ofNullable(request.principal());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    void set(CallerPrincipal caller) {
        request.set(caller);
    }
}
