package org.fitmesh.fit.popularity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.fitmesh.config.FitmeshDatabase;
import org.fitmesh.event.Deliveries;
import org.fitmesh.event.EventTriggerName;

/** Gets the events of the trigger {@code popularity}, in the transaction that marks them. */
@ApplicationScoped
public class SessionObserver {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject @FitmeshDatabase private DataSource database;

    /**
     * Counts the sessions that were inserted, each once. Others, and those without a slug, are
     * passed over.
     *
     * @throws IllegalStateException when the database fails; the events come again
     */
    void count(@Observes @EventTriggerName("popularity") Deliveries batch) {
        List<LoggedSession> sessions =
                batch.events().stream().flatMap(event -> session(event).stream()).toList();
        try {
            new SessionCounter(database).count(sessions);
        } catch (SQLException e) {
            throw new IllegalStateException("sessions were not counted: " + e.getMessage(), e);
        }
    }

    static Optional<LoggedSession> session(Deliveries.Event event) {
        if (!event.operation().equals("INSERT")) {
            return Optional.empty();
        }
        return event.newRow()
                .flatMap(SessionObserver::slug)
                .map(slug -> new LoggedSession(event.id(), slug));
    }

    private static Optional<String> slug(String row) {
        try {
            JsonNode slug = JSON.readTree(row).path("slug");
            return slug.isTextual() ? Optional.of(slug.textValue()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
