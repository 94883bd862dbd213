package org.fitmesh.peers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields that need a query; relationships are loaded in batches. */
@Controller
public class Endpoints {
    private final Users users;
    private final Sessions sessions;

    Endpoints(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @QueryMapping
    User user(@Argument String id) {
        return users.findUserById(id);
    }

    @QueryMapping
    List<Session> sessionsOfUser(@Argument String userId, @Argument int last) {
        return sessions.findByUserIdOrderByDateCompletedDesc(userId, Limit.of(last));
    }

    @QueryMapping
    List<Session> sessions(@Argument UUID from, @Argument int limit) {
        return sessions.findByIdGreaterThanEqualOrderById(from, Limit.of(limit));
    }

    @QueryMapping
    List<User> users(@Argument String from, @Argument int limit) {
        return users.findByIdGreaterThanEqualOrderById(from, Limit.of(limit));
    }

    @QueryMapping
    SessionsAggregate sessionsAggregate(@Argument String slug) {
        return sessions.aggregate(slug);
    }

    @MutationMapping
    Session createSession(@Argument String userId, @Argument String slug) {
        return sessions.save(new Session(userId, slug));
    }

    @BatchMapping
    Map<Session, User> user(List<Session> of) {
        Map<String, User> byId =
                users.findByIdIn(of.stream().map(Session::getUserId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(User::getId, Function.identity()));
        return of.stream().collect(Collectors.toMap(Function.identity(), s -> byId.get(s.getUserId())));
    }

    @BatchMapping(field = "sessions")
    List<List<Session>> lastSessions(List<User> of) {
        Map<String, List<Session>> byUser =
                sessions.lastOf(of.stream().map(User::getId).toArray(String[]::new)).stream()
                        .collect(Collectors.groupingBy(Session::getUserId));
        return of.stream().map(u -> byUser.getOrDefault(u.getId(), List.of())).toList();
    }
}
