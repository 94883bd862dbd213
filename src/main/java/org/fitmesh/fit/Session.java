package org.fitmesh.fit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A workout that a user has done. */
@Entity
@Table(name = "sessions")
public class Session {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", nullable = false)
    @NotNull
    private User user;

    /** Names the workout in the content management system. */
    @Column(nullable = false)
    @NotBlank
    @Size(max = 255)
    private String slug;

    @Size(max = 10_000)
    private String notes;

    @Column(name = "date_completed", nullable = false)
    @NotNull
    private OffsetDateTime dateCompleted = OffsetDateTime.now();

    @Column(name = "created_at", nullable = false, insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "updated_at", nullable = false, insertable = false, updatable = false)
    private OffsetDateTime updatedAt;

    /** For JPA. */
    protected Session() {}

    public Session(User user, String slug) {
        this.user = user;
        this.slug = slug;
    }

    public UUID getId() {
        return id;
    }

    public User getUser() {
        return user;
    }

    public String getSlug() {
        return slug;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    public OffsetDateTime getDateCompleted() {
        return dateCompleted;
    }

    public void setDateCompleted(OffsetDateTime dateCompleted) {
        this.dateCompleted = dateCompleted;
    }

    /** Set by the database; null until the row is read again after it was written. */
    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    /** Set by the database; null until the row is read again after it was written. */
    public OffsetDateTime getUpdatedAt() {
        return updatedAt;
    }
}
