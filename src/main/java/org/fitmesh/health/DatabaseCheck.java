package org.fitmesh.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fitmesh.state.DatabaseContact;

/** {@code /health/ready}: PostgreSQL has answered within the last seconds. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    /** It is asked each second; one answer may take its time. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @Inject private DatabaseContact contact;

    @Override
    public HealthCheckResponse call() {
        Duration age = contact.age();
        return HealthCheckResponse.named("database")
                .status(age.compareTo(LONGEST) <= 0)
                .withData("seconds since it answered", age.toSeconds())
                .build();
    }
}
