package org.fitmesh.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.event.EventsCaptured;
import org.fitmesh.event.change.Change;
import org.fitmesh.event.change.Deleted;
import org.fitmesh.event.change.Inserted;
import org.fitmesh.event.change.Updated;
import org.fitmesh.fit.Session;
import org.fitmesh.fit.User;

/** Writes down what it sees; the slug of a session may tell it to do more. */
@ApplicationScoped
public class Observers {
    @Inject private Journal journal;
    @Inject private Afterwards afterwards;

    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    void inProgress(@Observes @Inserted Session session) {
        boolean there = entities.find(Session.class, session.getId()) != null;
        journal.add("inserting " + session.getSlug() + ", there: " + there);
        switch (session.getSlug()) {
            case "fails" -> throw new IllegalStateException("the observer failed");
            case "refused" ->
                    throw new RequestException(
                            ErrorCode.PERMISSION_ERROR, "not on a Sunday", ErrorPath.ROOT);
            case "adds-user" -> entities.persist(new User("by-observer"));
            case "adds-session" -> entities.persist(new Session(session.getUser(), "by-observer"));
            case "breaks-constraint" -> entities.persist(new User("alice"));
            default -> {}
        }
    }

    void inserted(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Inserted Session session) {
        journal.add("inserted " + session.getSlug() + " of " + session.getUser().getId());
        if (session.getSlug().equals("fails-afterwards")) {
            throw new IllegalStateException("the observer failed afterwards");
        }
        if (session.getSlug().equals("writes-afterwards")) {
            afterwards.write("after " + session.getId());
        }
    }

    void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) @Inserted Session session) {
        journal.add("not inserted " + session.getSlug());
    }

    void updated(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Updated Change<Session> change) {
        Session before = change.before();
        Session after = change.after();
        journal.add("updated " + before.getNotes() + " to " + after.getNotes());
        boolean moved = after.getUpdatedAt().isAfter(before.getUpdatedAt());
        journal.add("updated_at moved: " + moved + ", same id: " + sameId(before, after));
    }

    private static boolean sameId(Session before, Session after) {
        return before != after && before.getId().equals(after.getId());
    }

    void updatedState(@Observes @Updated Session session) {
        journal.add("now " + session.getNotes());
    }

    void updatedUser(@Observes @Updated Change<User> change) {
        journal.add("user " + change.before().getName() + " to " + change.after().getName());
    }

    void deleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Deleted Session session) {
        journal.add("deleted " + session.getSlug());
    }

    /** Counted apart from the journal: which mutations raise it depends on the metadata. */
    void captured(@Observes EventsCaptured event) {
        journal.count();
        throw new IllegalStateException("the observer of captured events failed");
    }

    void anything(@Observes @Updated Change<?> change) {
        journal.add("any " + change.after().getClass().getSimpleName());
    }
}
