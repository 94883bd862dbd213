package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that read the same at the same time, and may be answered by one statement. */
class SharedReadsIT {
    private static final int CLIENTS = 40;
    private static final int REQUESTS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Fitmesh FITMESH = Fitmesh.running();

    @BeforeAll
    static void users() throws SQLException {
        FITMESH.reset();
        FITMESH.sql(
                "insert into users (id, name) select 'user ' || n, 'name ' || n from"
                        + " generate_series(0, "
                        + (CLIENTS - 1)
                        + ") n");
    }

    @Test
    void eachUserGetsOwnRowsFromAStatementForSeveral() throws Exception {
        untilSomeAreShared(SharedReadsIT::ownRow);
    }

    @Test
    void aFailureIsToldToWhoCausedItAlone() throws Exception {
        untilSomeAreShared(
                (user, headers) -> {
                    boolean fails = user == 7;
                    ObjectNode variables = JsonNodeFactory.instance.objectNode();
                    variables.put("since", fails ? "no time" : "2020-01-01");
                    String query =
                            "query ($since: timestamptz) { users(where: {created_at: {_gt:"
                                    + " $since}}) { id } }";
                    String own = "{\"data\":{\"users\":[{\"id\":\"user " + user + "\"}]}}";
                    assertThat(ask(query, variables, headers))
                            .startsWith(fails ? "{\"errors\"" : own);
                });
    }

    /** The metric counts those that a statement for several has answered. */
    private static void untilSomeAreShared(Request request) throws Exception {
        double before = shared();
        long end = System.nanoTime() + LONGEST.toNanos();
        do {
            everybody(request);
        } while (shared() == before && System.nanoTime() < end);
        assertThat(shared()).isGreaterThan(before);
    }

    @FunctionalInterface
    private interface Request {
        void by(int user, Map<String, String> headers) throws Exception;
    }

    private static void ownRow(int user, Map<String, String> headers) {
        assertThat(ask("{ users { id name } }", null, headers))
                .isEqualTo(
                        "{\"data\":{\"users\":[{\"id\":\"user %1$d\",\"name\":\"name %1$d\"}]}}"
                                .formatted(user));
    }

    private static void everybody(Request request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int user = i;
                Map<String, String> headers = FITMESH.bearer("user " + user, "user");
                tasks.add(
                        () -> {
                            for (int n = 0; n < REQUESTS; n++) {
                                request.by(user, headers);
                            }
                            return null;
                        });
            }
            for (Future<Void> done : clients.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static String ask(String query, ObjectNode variables, Map<String, String> headers) {
        return FITMESH.api().graphql(query, variables, headers).body();
    }

    private static double shared() {
        return FITMESH.api().metric("fitmesh_postgres_shared_reads_total");
    }
}
