package org.fitmesh.testapp.code;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;

/** Counts calls of methods. */
@GraphQLApi
@ApplicationScoped
@PermitAll
public class Calls {
    private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

    static void count(String method) {
        COUNTS.merge(method, 1, Integer::sum);
    }

    /** How often since it was asked last. */
    @Query("calls_of")
    public int callsOf(@Name("method") String method) {
        Integer count = COUNTS.remove(method);
        return count == null ? 0 : count;
    }
}
