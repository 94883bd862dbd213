package org.fitmesh.dev;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** What the screen says when everything runs: addresses, tokens and calls to try. */
final class Banner {

    private static final String WORKOUTS =
            "{\"query\": \"{ workouts(orderBy: popularity_DESC, first: 3) { title slug popularity } }\"}";
    private static final String TYPENAME = "{\"query\": \"{ __typename }\"}";
    private static final String LOG_WORKOUT =
            "{\"query\": \"mutation { insert_sessions_one(object: {slug: \\\"murph\\\"})"
                    + " { id slug user { name } } }\"}";

    /** The engine asks the remote for its types just after it is healthy. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Settings settings;
    private final Environment environment;
    private final String url;
    private final Path log;

    Banner(Settings settings, Environment environment, String url, Path log) {
        this.settings = settings;
        this.environment = environment;
        this.url = url;
        this.log = log;
    }

    void print(PrintStream out) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("\nFitmesh is ready.\n\n");
        addresses(text);
        tokens(text);
        firstCall(text);
        logWorkout(text);
        text.append("\nCtrl-C ends all of it");
        text.append(environment.databaseUrl().isPresent() ? "; the data are kept.\n" : ".\n");
        out.print(text);
        out.flush();
    }

    private void addresses(StringBuilder text) {
        line(text, "GraphQL", url + "/v1/graphql");
        line(text, "Health", url + "/healthz");
        environment.hygraph().ifPresent(it -> line(text, "Hygraph", it.endpoint() + " (stand-in)"));
        environment.issuer().ifPresent(it -> line(text, "Issuer", it.keySet() + " (stand-in)"));
        environment
                .webhook()
                .ifPresent(it -> line(text, "Webhooks", it.address("/deliveries") + " (stand-in)"));
        environment.databaseUrl().ifPresent(it -> line(text, "PostgreSQL", it));
        if (log != null) line(text, "Server log", log.toString());
    }

    private void tokens(StringBuilder text) {
        text.append('\n');
        String secret = environment.variables().get(Environment.ADMIN_SECRET);
        if (secret != null) line(text, "As admin", "header x-hasura-admin-secret: " + secret);
        if (environment.issuer().isEmpty()) return;
        line(text, "A token", "curl -s '" + tokenAddress() + "'");
    }

    private void firstCall(StringBuilder text) throws IOException, InterruptedException {
        String body = settings.bare() ? TYPENAME : WORKOUTS;
        text.append("\n  curl ").append(url).append("/v1/graphql -d '").append(body).append("'\n");
        text.append("  ").append(answer(body)).append("\n");
    }

    private void logWorkout(StringBuilder text) {
        if (environment.issuer().isEmpty()) return;
        text.append("\nLog a workout as alice (the user must be in the table first):\n");
        String secret = environment.variables().get(Environment.ADMIN_SECRET);
        if (secret != null) {
            String user =
                    "{\"query\": \"mutation { insert_users(objects: [{id: \\\"auth0|alice\\\", name:"
                            + " \\\"Alice\\\"}], on_conflict: {constraint: users_pkey,"
                            + " update_columns: []}) { affected_rows } }\"}";
            call(text, "'x-hasura-admin-secret: " + secret + "'", user);
        }
        String token = "$(curl -s '" + tokenAddress() + "')";
        call(text, "\"Authorization: Bearer " + token + "\"", LOG_WORKOUT);
    }

    private void call(StringBuilder text, String quotedHeader, String body) {
        text.append("  curl ").append(url).append("/v1/graphql \\\n");
        text.append("    -H ").append(quotedHeader).append(" \\\n");
        text.append("    -d '").append(body).append("'\n");
    }

    private String tokenAddress() {
        String issuer = environment.issuer().orElseThrow().issuer();
        return issuer + "token?sub=auth0|alice&role=user";
    }

    /** The answer with data; after a while whatever there is. */
    private String answer(String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/v1/graphql"))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            if (answer.startsWith("{\"data\"") || System.nanoTime() > end) return answer;
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-12s%s%n".formatted(name, value));
    }
}
