package org.fitmesh.code.sample;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.fitmesh.fit.User;

/** Operations that cannot be offered. */
@GraphQLApi
@ApplicationScoped
public class Unsupported {
    /** An input with an entity inside. */
    public static class Invitation {
        public String word;
        public User guest;
    }

    /** An interface that the sample's own object and nobody else implements. */
    public interface Open {
        String getName();
    }

    @Subscription
    public Multi<String> ticks() {
        return Multi.createFrom().items("a");
    }

    @Query
    public String invites(Invitation invitation) {
        return invitation.word;
    }

    @Query
    public List<Open> opens() {
        return List.of();
    }

    @Query
    public Object anything() {
        return "x";
    }

    /** A field of an object that is no entity, with roles of its own. */
    @RolesAllowed("editor")
    public String salary(@Source Author author) {
        return author.name();
    }

    @Query("hello")
    public String anotherHello() {
        return "x";
    }
}
