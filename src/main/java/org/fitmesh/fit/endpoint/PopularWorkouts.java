package org.fitmesh.fit.endpoint;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.fit.WorkoutPopularity;

/** What everybody likes. */
@GraphQLApi
@ApplicationScoped
@PermitAll
public class PopularWorkouts {
    private static final String MOST_POPULAR =
            "select w from WorkoutPopularity w where w.unknownSince is null"
                    + " order by w.popularity desc, w.slug";

    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    /** The most popular ones; those that Hygraph does not know are left out. */
    @Query("popular_workouts")
    @Description("the workouts that were logged most often, the most popular first")
    public @NonNull List<@NonNull WorkoutPopularity> popular(
            @Name("limit") @DefaultValue("10") @Min(1) @Max(100) @Description("how many")
                    int limit) {
        return entities.createQuery(MOST_POPULAR, WorkoutPopularity.class)
                .setMaxResults(limit)
                .getResultList();
    }
}
