package org.fitmesh.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fitmesh.config.DatabaseContact;

/** {@code /health/ready}: PostgreSQL answers. {@link org.fitmesh.state.DatabaseWatch} asks it. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private final DatabaseContact contact = DatabaseContact.ofApplication();

    @Override
    public HealthCheckResponse call() {
        String reason = contact.reason();
        if (reason.isEmpty()) {
            return HealthCheckResponse.up("database");
        }
        return HealthCheckResponse.named("database")
                .down()
                .withData("reason", reason)
                .withData("seconds", contact.since().toSeconds())
                .build();
    }
}
