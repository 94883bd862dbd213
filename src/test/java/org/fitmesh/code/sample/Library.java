package org.fitmesh.code.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Objects, lists, unions, interfaces, enums, and what annotations say of them. */
@GraphQLApi
@ApplicationScoped
@RolesAllowed({"reader", "editor"})
public class Library {
    /** How often the method for many objects was called. */
    public static final AtomicInteger BATCHES = new AtomicInteger();

    @Query
    @PermitAll
    @Description("Says hello")
    public @NonNull String hello(
            @Description("To whom") @DefaultValue("world") String name,
            @DefaultValue("EASY") Level level) {
        return "hello " + name + (level == Level.HARD ? "!" : "");
    }

    @Query
    @Deprecated
    public List<@NonNull Author> getAuthors() {
        return List.of(new Author("a"), new Author("b"));
    }

    /** Of one author. */
    public int shelf(@Source Author author, @DefaultValue("1") int times) {
        return author.name().length() * times;
    }

    /** Of all authors at once. */
    public List<String> greeting(@Source List<Author> authors, @Name("by") String by) {
        BATCHES.incrementAndGet();
        return authors.stream().map(author -> by + " " + author.name()).toList();
    }

    @Query
    @DenyAll
    public Shape shape(boolean round) {
        return round ? new Shape.Circle(1) : new Shape.Square(2);
    }

    @Query
    public List<SearchResult> search(@DefaultValue("[\"a\", \"b\"]") List<String> words) {
        return List.of(
                new SearchResult.Book(words.get(0), 10), new SearchResult.Film(words.get(1)));
    }

    @Mutation
    public boolean setLevel(@NonNull Level level) {
        return level == Level.HARD;
    }

    @Mutation
    public void forget() {}

    @Query
    public CompletionStage<List<Author>> later() {
        return CompletableFuture.completedFuture(List.of(new Author("c")));
    }

    @Query
    public Uni<String> soon() {
        return Uni.createFrom().item("soon");
    }
}
