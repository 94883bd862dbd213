package org.fitmesh.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fitmesh.state.Snapshots;

/**
 * {@code /health/ready}: the migrations are through and a schema is in force. Tells how many
 * inconsistencies there are, as {@code /healthz} tells that there are some.
 */
@Readiness
@ApplicationScoped
public class SchemaCheck implements HealthCheck {
    @Inject private Snapshots snapshots;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema")
                .status(snapshots.current().isPresent())
                .withData("inconsistencies", snapshots.faults().size())
                .build();
    }
}
