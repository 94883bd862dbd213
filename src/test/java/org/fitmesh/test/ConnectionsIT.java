package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The pool of connections while more requests are under way than it has connections. */
class ConnectionsIT {
    private static final int CLIENTS = 48;
    private static final int REQUESTS = 250;

    /** What other parts of the node and other nodes may open meanwhile. */
    private static final long FEW = 6;

    /** Requests for two root fields share no statement: each takes a connection. */
    private static final String UNSHARED = "{ users { id } sessions { id } }";

    private static final Fitmesh FITMESH = Fitmesh.running();

    @Test
    void connectionsAreKeptWhileMoreRequestsAreUnderWayThanThePoolHasConnections()
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            // the pool grows to its size
            ask(clients);
            long before = opened();
            ask(clients);
            assertThat(opened() - before).as("connections opened").isLessThan(FEW);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void noTransactionIsLeftOpenOnAConnectionThatTheNextRequestTakes() throws Exception {
        FITMESH.reset();
        String insert = "%s: insert_users_one(object: {id: \"%s\"}) { id } ";
        assertThat(mutate(insert.formatted("a", "ann") + insert.formatted("b", "bob")))
                .startsWith("{\"data\"");
        assertThat(mutate(insert.formatted("a", "cora") + insert.formatted("b", "bob")))
                .contains("constraint-violation");
        assertThat(FITMESH.number("select count(*) from users")).isEqualTo(2);
        assertThat(
                        FITMESH.number(
                                "select count(*) from pg_stat_activity where application_name ="
                                        + " 'fitmesh' and state like 'idle in transaction%'"))
                .isZero();
        assertThat(mutate(insert.formatted("a", "cora"))).startsWith("{\"data\"");
        assertThat(FITMESH.number("select count(*) from users")).isEqualTo(3);
    }

    private static String mutate(String fields) {
        return FITMESH.api()
                .graphql("mutation { " + fields + "}", null, Fitmesh.adminHeaders())
                .body();
    }

    private static void ask(ExecutorService clients) throws Exception {
        Callable<Void> client =
                () -> {
                    for (int i = 0; i < REQUESTS; i++) {
                        HttpApi.Answer answer =
                                FITMESH.api().graphql(UNSHARED, null, Fitmesh.adminHeaders());
                        assertThat(answer.body()).startsWith("{\"data\"");
                    }
                    return null;
                };
        for (Future<Void> done : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
            done.get();
        }
    }

    private static long opened() throws Exception {
        return FITMESH.number(
                "select sessions from pg_stat_database where datname = current_database()");
    }
}
