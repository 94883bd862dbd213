package org.fitmesh.testapp.code;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.fitmesh.fit.Session;
import org.fitmesh.fit.User;

/** Reads and writes users. */
@GraphQLApi
@ApplicationScoped
@RolesAllowed("user")
public class People {
    @PersistenceContext(unitName = "fitmesh")
    private EntityManager entities;

    @Query
    @PermitAll
    @Description("the answer")
    public int answer() {
        return 42;
    }

    @Query
    @DenyAll
    public String forbidden() {
        return "seen";
    }

    @Query
    public @NonNull List<@NonNull User> people(@Name("ids") List<String> ids) {
        List<User> people = new ArrayList<>();
        for (String id : ids) {
            people.add(entities.getReference(User.class, id));
        }
        return people;
    }

    @Query
    public Optional<User> person(@Name("id") @NonNull @NotBlank String id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    @Query("person_pair")
    public Pair pair(@Name("first") String first, @Name("second") String second) {
        return new Pair(
                entities.find(User.class, first),
                entities.find(User.class, second),
                List.of(new Pair(entities.find(User.class, second), null, List.of())));
    }

    @Query("all_sessions")
    public List<Session> sessions(@DefaultValue("100") @Max(1000) int limit) {
        return entities.createQuery("select s from Session s order by s.slug, s.id", Session.class)
                .setMaxResults(limit)
                .getResultList();
    }

    @Query
    public String fails(@Name("how") String how) throws GraphQLException {
        if (how.equals("told")) {
            throw new GraphQLException("it cannot be done");
        }
        throw new IllegalStateException("secret: " + how);
    }

    @Mutation
    public User rename(@Name("id") String id, @Name("name") String name) {
        User user = entities.find(User.class, id);
        user.setName(name);
        return user;
    }

    @Mutation("rename_and_fail")
    public User renameAndFail(@Name("id") String id, @Name("name") String name)
            throws GraphQLException {
        rename(id, name);
        throw new GraphQLException("renamed in vain");
    }

    @Mutation("log")
    public Session log(@Name("id") String id, @Name("slug") String slug) {
        Session session = new Session(entities.getReference(User.class, id), slug);
        entities.persist(session);
        return session;
    }

    @Name("greeting")
    @PermitAll
    public String greeting(@Source User user, @Name("word") @DefaultValue("Hello") String word) {
        return word + " " + user.getName();
    }

    @Name("initial")
    public List<String> initials(@Source List<User> users) {
        Calls.count("initial");
        return users.stream().map(user -> user.getName().substring(0, 1)).toList();
    }

    @Name("first_session")
    public Session firstSession(@Source User user) {
        return entities.createQuery(
                        "select s from Session s where s.user = :user order by s.slug",
                        Session.class)
                .setParameter("user", user)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
