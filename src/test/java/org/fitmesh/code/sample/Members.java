package org.fitmesh.code.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.fitmesh.fit.Session;
import org.fitmesh.fit.User;

/** Entities: returned, in other objects, and with fields of Java code. */
@GraphQLApi
@ApplicationScoped
public class Members {
    /** An object with entities. */
    public record Summary(User user, List<Session> sessions, String text) {}

    @Query
    public @NonNull User member(String id) {
        return id == null ? null : new User(id);
    }

    @Query
    public Optional<User> perhaps(boolean there) {
        return there ? Optional.of(new User("x")) : Optional.empty();
    }

    @Query
    public @NonNull List<User> members() {
        return List.of(new User("a"), new User("b"));
    }

    @Query
    public User[] memberArray() {
        return new User[] {new User("a")};
    }

    @Query
    public Page<User> page() {
        return new Page<>(List.of(new User("a")), 1);
    }

    @Query
    public Summary summary(String id) {
        return new Summary(new User(id), List.of(), "of " + id);
    }

    @Mutation
    public User unsaved() {
        return new User(null);
    }

    /** Of one user. */
    public String greeting(@Source User user, @NonNull String word) {
        return word + " " + user.getId();
    }

    /** Of all users at once. */
    public List<Long> score(@Source List<User> users) {
        Library.BATCHES.incrementAndGet();
        return users.stream().map(user -> (long) user.getId().length()).toList();
    }

    /** Another entity, of a user. */
    public User friend(@Source User user) {
        return new User(user.getId() + "'s friend");
    }

    // what cannot be offered

    @Query
    public String takesEntity(User user) {
        return user.getId();
    }
}
