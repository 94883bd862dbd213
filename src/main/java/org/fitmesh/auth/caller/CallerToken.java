package org.fitmesh.auth.caller;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The bean behind {@code @Inject JsonWebToken}: the caller's token, or one that says nothing.
 *
 * <p>An alternative, since servers differ: Payara has no such bean unless its own verifier is in
 * use, Open Liberty always has one, an alternative of priority 100 that keeps what it found when a
 * request first asked. The higher priority wins. {@code @Inject Principal} stays the server's.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
@Typed(JsonWebToken.class)
public class CallerToken implements JsonWebToken {
    @Inject private CurrentCaller current;

    @Override
    public String getName() {
        return caller().map(JsonWebToken::getName).orElse(null);
    }

    @Override
    public Set<String> getGroups() {
        return caller().map(JsonWebToken::getGroups).orElse(Set.of());
    }

    @Override
    public Set<String> getClaimNames() {
        return caller().map(JsonWebToken::getClaimNames).orElse(Set.of());
    }

    @Override
    public <T> T getClaim(String name) {
        return caller().<T>map(token -> token.getClaim(name)).orElse(null);
    }

    @Override
    public long getExpirationTime() {
        return caller().map(JsonWebToken::getExpirationTime).orElse(0L);
    }

    @Override
    public long getIssuedAtTime() {
        return caller().map(JsonWebToken::getIssuedAtTime).orElse(0L);
    }

    private Optional<CallerPrincipal> caller() {
        return current.find();
    }

    /** The name only: the token is a credential. */
    @Override
    public String toString() {
        return String.valueOf(getName());
    }
}
