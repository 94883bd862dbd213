package org.fitmesh.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.fitmesh.auth.jwt.TokenCaches;
import org.fitmesh.cache.KeptCache;
import org.fitmesh.config.Settings;

/**
 * Makes the application's authenticator, and lets it fetch its keys when the application starts.
 */
@ApplicationScoped
public class AuthenticatorProducer {
    @Produces
    @Singleton
    public Authenticator authenticator(Settings settings) {
        return Authenticator.of(settings.authentication(), Clock.systemUTC());
    }

    @Produces
    KeptCache tokens(Authenticator authenticator) {
        return TokenCaches.tokens(authenticator.verifiers());
    }

    @Produces
    KeptCache keys(Authenticator authenticator) {
        return TokenCaches.keys(authenticator.verifiers());
    }

    void fetchKeys(
            @Observes @Initialized(ApplicationScoped.class) Object started,
            Authenticator authenticator) {
        authenticator.fetchKeys();
    }
}
