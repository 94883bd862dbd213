package org.fitmesh.codeapp;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** A bean that is made for each call and must end after it. */
@GraphQLApi
@Dependent
public class Passing {
    static final AtomicInteger LIVING = new AtomicInteger();

    /** For each call. */
    public Passing() {
        LIVING.incrementAndGet();
    }

    @PreDestroy
    void end() {
        LIVING.decrementAndGet();
    }

    @Query
    public int living(boolean fail) {
        if (fail) {
            throw new IllegalArgumentException("secret");
        }
        return LIVING.get();
    }
}
