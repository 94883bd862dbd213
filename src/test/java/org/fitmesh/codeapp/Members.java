package org.fitmesh.codeapp;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.fitmesh.fit.Session;
import org.fitmesh.fit.User;

/** A CDI bean with entities, transactions and validation. */
@GraphQLApi
@ApplicationScoped
public class Members {
    /** An input object. */
    public static class Wish {
        @NotBlank public String title;
        public List<@Valid Part> parts;
    }

    /** A part of one. */
    public static class Part {
        @Min(1)
        public int count;
    }

    static final AtomicInteger VALIDATIONS = new AtomicInteger();
    static final AtomicInteger BATCHES = new AtomicInteger();

    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entityManager;

    @Query
    @PermitAll
    public String hello(@Name("who") @NotBlank @Counted String name) {
        return "hello " + name;
    }

    @Query
    public String wish(@Valid Wish wish) {
        return wish.title;
    }

    @Query
    public List<User> members() {
        return entityManager
                .createQuery("select u from User u order by u.id", User.class)
                .getResultList();
    }

    @Query
    public Session lastSession() {
        return entityManager
                .createQuery("select s from Session s", Session.class)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** In the caller's transaction, or in one of its own. */
    @Mutation
    @Transactional
    public User join(String id) {
        User user = new User(id);
        entityManager.persist(user);
        return user;
    }

    @Mutation
    @Transactional
    public User joinBlank() {
        return join(" ");
    }

    @Mutation
    @Transactional(rollbackOn = Exception.class)
    public User refuse(String id) throws GraphQLException {
        entityManager.persist(new User(id));
        throw new GraphQLException("no more members");
    }

    public String shout(@Source User user, String word) {
        return word + " " + user.getId().toUpperCase(java.util.Locale.ROOT);
    }

    /** How many sessions each has, by a lazy relationship. */
    public List<Long> count(@Source List<User> users) {
        BATCHES.incrementAndGet();
        return users.stream().map(user -> (long) user.getSessions().size()).toList();
    }
}
