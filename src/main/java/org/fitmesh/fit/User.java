package org.fitmesh.fit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Somebody who works out. Made by the rule at Auth0 when they first log in. */
@Entity
@Table(name = "users")
public class User {
    /** The subject of their tokens, such as {@code auth0|5f7c…}. */
    @Id
    @NotBlank
    @Size(max = 255)
    private String id;

    @Size(max = 255)
    private String name;

    @Column(name = "created_at", nullable = false, insertable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "last_seen")
    private OffsetDateTime lastSeen;

    @OneToMany(mappedBy = "user")
    @OrderBy("dateCompleted DESC")
    private List<Session> sessions = new ArrayList<>();

    /** For JPA. */
    protected User() {}

    public User(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Set by the database; null until the row is read again after it was written. */
    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    public OffsetDateTime getLastSeen() {
        return lastSeen;
    }

    public void setLastSeen(OffsetDateTime lastSeen) {
        this.lastSeen = lastSeen;
    }

    public List<Session> getSessions() {
        return sessions;
    }
}
