package org.fitmesh.bench;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.fit.Session;

/** What the benchmark asks of Java code. */
@GraphQLApi
@ApplicationScoped
@PermitAll
public class Endpoints {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    /** A scalar. */
    @Query("code_number")
    public int number() {
        return 42;
    }

    /** Entities, by a query of its own. */
    @Query("code_sessions")
    public List<Session> sessions(@Name("x") UUID from, @Name("limit") int limit) {
        return entities.createQuery(
                        "select s from Session s where s.id >= :from order by s.id", Session.class)
                .setParameter("from", from)
                .setMaxResults(limit)
                .getResultList();
    }
}
