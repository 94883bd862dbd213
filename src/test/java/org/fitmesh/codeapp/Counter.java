package org.fitmesh.codeapp;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.fitmesh.fit.User;

/** An EJB as an endpoint: transactions, the entity manager and validation are the container's. */
@GraphQLApi
@Stateless
public class Counter {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entityManager;

    @Query
    public long memberCount() {
        return entityManager
                .createQuery("select count(u) from User u", Long.class)
                .getSingleResult();
    }

    @Query
    public int twice(@Positive int number) {
        return 2 * number;
    }

    @Mutation
    public User enlist(String id) {
        User user = new User(id);
        entityManager.persist(user);
        if (id.equals("fails")) {
            throw new IllegalStateException("secret of the EJB");
        }
        return user;
    }
}
