package org.fitmesh.auth.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fitmesh.session.Session;

/**
 * The bean of applications. It belongs to no request, so that a question outside of one is answered
 * in our words.
 */
@ApplicationScoped
@Typed(Session.class)
public class CallerSession implements Session {
    @Inject private CurrentCaller current;

    @Override
    public String role() {
        return session().role();
    }

    @Override
    public Map<String, String> variables() {
        return session().variables();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables().get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<String> userId() {
        return variable(CallerPrincipal.USER_ID);
    }

    private org.fitmesh.auth.Session session() {
        return current.find().orElseThrow(CallerSession::nobody).identity().session();
    }

    private static IllegalStateException nobody() {
        return new IllegalStateException(
                "there is no session here: only Java code that a request runs has one, on the"
                        + " request's own thread");
    }
}
