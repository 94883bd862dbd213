package org.fitmesh.codeapp;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** An endpoint that forgot its scope: no bean, and nobody finds it in a jar without an index. */
@GraphQLApi
public class Stray {
    @Query
    public String stray() {
        return "stray";
    }
}
