package org.fitmesh.fit.endpoint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.fit.Session;
import org.fitmesh.fit.User;

/** What somebody who is logged in asks and does. */
@GraphQLApi
@ApplicationScoped
@RolesAllowed("user")
public class Members {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    @Inject private KnownWorkouts workouts;
    @Inject private org.fitmesh.session.Session caller;

    /** The caller; null before the rule at Auth0 has made them, and for an admin who is nobody. */
    @Query
    @Description("who is logged in")
    public User me() {
        return caller.userId().map(id -> entities.find(User.class, id)).orElse(null);
    }

    /**
     * Logs a workout that the caller has done.
     *
     * @throws GraphQLException when there is no such workout or no such user, or Hygraph cannot be
     *     asked; nothing is written then
     */
    @Mutation("log_workout")
    @Description("logs a workout that you have done; it must be a published one")
    @Transactional
    public @NonNull Session logWorkout(
            @Name("slug") @NonNull @NotBlank @Size(max = 255) @Description("of the workout")
                    String slug,
            @Name("notes") @Size(max = 10_000) @Description("what you want to remember")
                    String notes)
            throws GraphQLException {
        User user = me();
        if (user == null) {
            throw new GraphQLException("nobody is logged in who could have done a workout");
        }
        workouts.require(slug);
        Session session = new Session(user, slug);
        session.setNotes(notes);
        entities.persist(session);
        return session;
    }
}
