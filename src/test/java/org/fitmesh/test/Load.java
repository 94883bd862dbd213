package org.fitmesh.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that query and change without a pause, each on a connection of its own. */
final class Load implements AutoCloseable {
    private static final int THINK_MILLIS = 200;

    private final HttpApi api;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private Load(HttpApi api) {
        this.api = api;
    }

    /** Starts that many clients. */
    static Load start(HttpApi api, int clients) {
        Load load = new Load(api);
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(load::run, "load-" + i);
            load.clients.add(client);
            client.start();
        }
        return load;
    }

    private void run() {
        try {
            while (!ended) {
                ask("{ users(limit: 3) { id sessions(limit: 1) { slug } } }");
                ask(
                        "mutation { insert_users_one(object: {id: \"%s\"}) { id } }"
                                .formatted(UUID.randomUUID()));
                Thread.sleep(THINK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String query) {
        try {
            HttpApi.Answer answer = api.graphql(query, null, Fitmesh.adminHeaders());
            if (answer.status() == 200 && answer.body().startsWith("{\"data\"")) {
                answered.incrementAndGet();
            } else {
                String node = answer.header(ReadinessProxy.NODE);
                failures.add(
                        "%s, %s: %d %s"
                                .formatted(Instant.now(), node, answer.status(), answer.body()));
            }
        } catch (AssertionError e) {
            failures.add(e.toString());
        }
    }

    /** Requests that were answered so far. */
    int answered() {
        return answered.get();
    }

    /** Requests that failed so far, and how. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        ended = true;
        try {
            for (Thread client : clients) client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
