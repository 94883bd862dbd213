package org.fitmesh.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;

/** A row of {@code sessions}; its user is loaded in batches, so there is no association. */
@Entity
@Table(name = "sessions")
public class Session {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String userId;
    private String slug;
    private String notes;

    /** The database's default; comes back with the insert. */
    @Generated
    @Column(insertable = false, updatable = false)
    private Instant dateCompleted;

    protected Session() {}

    public Session(String userId, String slug) {
        this.userId = userId;
        this.slug = slug;
    }

    public UUID getId() {
        return id;
    }

    public String getUserId() {
        return userId;
    }

    public String getSlug() {
        return slug;
    }

    public String getNotes() {
        return notes;
    }

    public Instant getDateCompleted() {
        return dateCompleted;
    }
}
