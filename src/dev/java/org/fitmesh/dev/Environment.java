package org.fitmesh.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.fitmesh.dev.database.EmbeddedDatabase;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.issuer.TokenIssuer;
import org.fitmesh.dev.webhook.WebhookReceiver;

/**
 * What the server needs around it: for each thing the one that is set, else a local one.
 *
 * @param hygraph the stand-in; empty: a real one is set, or none is wanted
 * @param issuer the token issuer; empty: a real one is set, or none is wanted
 * @param webhook the receiver of webhooks; empty for the bare engine
 * @param databaseUrl of the embedded PostgreSQL; empty: a real one is set
 * @param database the embedded PostgreSQL, perhaps still starting
 * @param variables for the server, added to this process's own
 */
record Environment(
        Optional<HygraphStandIn> hygraph,
        Optional<TokenIssuer> issuer,
        Optional<WebhookReceiver> webhook,
        Optional<String> databaseUrl,
        CompletableFuture<EmbeddedDatabase> database,
        Map<String, String> variables) {

    static final String HYGRAPH_TOKEN = "HYGRAPH_FULL_ACCESS_TOKEN";
    static final String ADMIN_SECRET = "HASURA_GRAPHQL_ADMIN_SECRET";

    private static final int HYGRAPH_PORT = 8081;
    private static final int ISSUER_PORT = 8082;
    private static final int POSTGRES_PORT = 8083;
    private static final int WEBHOOK_PORT = 8084;
    private static final String UNAUTHORIZED_ROLE = "HASURA_GRAPHQL_UNAUTHORIZED_ROLE";
    private static final String PRIVATE_ADDRESSES = "FITMESH_WEBHOOK_PRIVATE_ADDRESSES";
    private static final String SHUTDOWN_DELAY = "FITMESH_SHUTDOWN_DELAY_SECONDS";
    private static final String SHUTDOWN_TIMEOUT = "HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT";
    private static final String DEFAULT_SECRET = "fitmesh-dev-secret";
    private static final String DEFAULT_HYGRAPH_TOKEN = "fitmesh-dev-hygraph-token";

    /**
     * Starts what is missing. A new database is waited for; one that exists is up long before the
     * server asks for it.
     */
    static Environment start(Settings settings, Workspace workspace, Parts parts)
            throws IOException, StartFailure, InterruptedException {
        Map<String, String> variables = new LinkedHashMap<>();
        CompletableFuture<EmbeddedDatabase> database = CompletableFuture.completedFuture(null);
        Optional<String> url = Optional.empty();
        if (!settings.hasDatabase()) {
            int port = Ports.orFree(settings, "FITMESH_DEV_POSTGRES_PORT", POSTGRES_PORT);
            boolean isNew = !Files.exists(workspace.postgres());
            database = parts.start(() -> database(workspace, port));
            if (isNew) Parts.await(database);
            url = Optional.of("postgres://postgres:postgres@localhost:" + port + "/postgres");
            variables.put("HASURA_GRAPHQL_DATABASE_URL", url.get());
        }
        Optional<HygraphStandIn> hygraph = hygraph(settings, parts, variables);
        Optional<TokenIssuer> issuer = issuer(settings, workspace, parts, variables);
        Optional<WebhookReceiver> webhook = webhook(settings, parts);
        if (!settings.isSet(PRIVATE_ADDRESSES)) variables.put(PRIVATE_ADDRESSES, "true");
        // Nobody spreads requests over nodes here, who would have to see that this one stops.
        if (!settings.isSet(SHUTDOWN_DELAY)) variables.put(SHUTDOWN_DELAY, "0");
        if (!settings.isSet(SHUTDOWN_TIMEOUT)) variables.put(SHUTDOWN_TIMEOUT, "5");
        if (!settings.bare()) defaults(settings, variables);
        return new Environment(hygraph, issuer, webhook, url, database, Map.copyOf(variables));
    }

    private static EmbeddedDatabase database(Workspace workspace, int port) throws IOException {
        return EmbeddedDatabase.start(workspace.postgres(), port, Map.of());
    }

    private static Optional<HygraphStandIn> hygraph(
            Settings settings, Parts parts, Map<String, String> variables)
            throws StartFailure, InterruptedException {
        if (!settings.wantsHygraph()) return Optional.empty();
        int port = Ports.orFree(settings, "FITMESH_DEV_HYGRAPH_PORT", HYGRAPH_PORT);
        String token = settings.value(HYGRAPH_TOKEN).orElse(DEFAULT_HYGRAPH_TOKEN);
        // The variable may hold the whole header value.
        Access access = Access.token(token.replaceFirst("^Bearer ", ""));
        HygraphStandIn standIn = Parts.await(parts.start(() -> HygraphStandIn.start(port, access)));
        variables.put("HYGRAPH_ENDPOINT", standIn.endpoint().toString());
        variables.put(HYGRAPH_TOKEN, token);
        return Optional.of(standIn);
    }

    private static Optional<TokenIssuer> issuer(
            Settings settings, Workspace workspace, Parts parts, Map<String, String> variables)
            throws StartFailure, InterruptedException {
        if (!settings.wantsIssuer()) return Optional.empty();
        int port = Ports.orFree(settings, "FITMESH_DEV_ISSUER_PORT", ISSUER_PORT);
        TokenIssuer issuer =
                Parts.await(parts.start(() -> TokenIssuer.start(port, workspace.issuerKeys())));
        variables.put("HASURA_GRAPHQL_JWT_SECRET", issuer.jwtSecret());
        return Optional.of(issuer);
    }

    private static Optional<WebhookReceiver> webhook(Settings settings, Parts parts)
            throws StartFailure, InterruptedException {
        if (settings.bare()) return Optional.empty();
        int port = Ports.orFree(settings, "FITMESH_DEV_WEBHOOK_PORT", WEBHOOK_PORT);
        return Optional.of(Parts.await(parts.start(() -> WebhookReceiver.start(port))));
    }

    private static void defaults(Settings settings, Map<String, String> variables) {
        if (!settings.isSet(ADMIN_SECRET)) variables.put(ADMIN_SECRET, DEFAULT_SECRET);
        if (!settings.isSet(UNAUTHORIZED_ROLE) && !settings.hasHook()) {
            variables.put(UNAUTHORIZED_ROLE, "public");
        }
    }
}
