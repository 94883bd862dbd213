package org.fitmesh.code.sample;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** A class that SmallRye refuses, and with it all others. */
@GraphQLApi
@ApplicationScoped
public class Broken {
    @Query
    public void nothing() {}
}
