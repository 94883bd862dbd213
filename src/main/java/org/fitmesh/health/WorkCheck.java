package org.fitmesh.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fitmesh.lifecycle.Lifecycle;

/** {@code /health/ready}: the node was not told to stop. */
@Readiness
@ApplicationScoped
public class WorkCheck implements HealthCheck {
    @Inject private Lifecycle lifecycle;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("not stopping").status(!lifecycle.isStopping()).build();
    }
}
