package org.fitmesh.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.fitmesh.state.Snapshots;

/**
 * {@code /health/started}: a schema has come into force. A class of its own: Payara takes a check
 * for one kind only.
 */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
    @Inject private Snapshots snapshots;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(snapshots.current().isPresent()).build();
    }
}
