package org.fitmesh.testapp.code;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** Names that a table and a remote have. */
@GraphQLApi
@ApplicationScoped
@PermitAll
public class Clashes {
    @Query("users")
    public String users() {
        return "no table";
    }

    @Query("workouts")
    public String workouts() {
        return "no remote";
    }
}
