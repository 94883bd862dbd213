package org.fitmesh.fit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * How often a workout was logged. Read only for Java code: the counter is raised by one statement
 * for many sessions, in {@code fit.popularity}.
 */
@Entity
@Table(name = "workout_popularity")
public class WorkoutPopularity {
    /** Names the workout in the content management system. */
    @Id private String slug;

    @Column(nullable = false, insertable = false, updatable = false)
    private long sessions;

    @Column(insertable = false, updatable = false)
    private Long baseline;

    @Column(insertable = false, updatable = false)
    private long popularity;

    @Column(name = "pushed_at", insertable = false, updatable = false)
    private OffsetDateTime pushedAt;

    @Column(name = "unknown_since", insertable = false, updatable = false)
    private OffsetDateTime unknownSince;

    /** For JPA. */
    protected WorkoutPopularity() {}

    public String getSlug() {
        return slug;
    }

    /** Sessions that were counted. */
    public long getSessions() {
        return sessions;
    }

    /** Hygraph's number before the first push; null until it was asked for. */
    public Long getBaseline() {
        return baseline;
    }

    /** Baseline and sessions. */
    public long getPopularity() {
        return popularity;
    }

    /** When Hygraph was told last; null: never. */
    public OffsetDateTime getPushedAt() {
        return pushedAt;
    }

    /** Since when Hygraph has had no published workout of that slug; null: it has one. */
    public OffsetDateTime getUnknownSince() {
        return unknownSince;
    }
}
