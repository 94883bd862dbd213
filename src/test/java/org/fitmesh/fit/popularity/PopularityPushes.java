package org.fitmesh.fit.popularity;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.fitmesh.config.Secret;
import org.fitmesh.dev.hygraph.Access;
import org.fitmesh.dev.hygraph.HygraphStandIn;
import org.fitmesh.dev.hygraph.Stage;
import org.fitmesh.fit.hygraph.HygraphClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A pusher, a database and Hygraph's stand-in: fran 371, murph 412, cindy 388 at its start. */
abstract class PopularityPushes {
    static final int FAST = 1000;
    static final Duration TIMEOUT = Duration.ofMillis(500);

    static PopularityDatabase database;
    static HygraphStandIn hygraph;

    HygraphClient client;
    PopularityPusher pusher;

    @BeforeAll
    static void start() throws Exception {
        database = PopularityDatabase.start();
        hygraph = HygraphStandIn.start(0, Access.token("secret"));
    }

    @AfterAll
    static void stop() throws Exception {
        hygraph.close();
        database.close();
    }

    @BeforeEach
    void reset() throws SQLException {
        database.reset();
        hygraph.clearFaults();
        hygraph.restore();
        hygraph.rate(0);
        hygraph.clearRequests();
        client = client("Bearer secret");
        pusher = pusher(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    static HygraphClient client(String token) {
        URI address = hygraph.endpoint();
        return new HygraphClient(address, Optional.of(new Secret(token)), TIMEOUT);
    }

    static PushTurn turn() {
        return new PushTurn(database.dataSource(), UUID.randomUUID());
    }

    static PopularityPusher pusher(HygraphClient client) {
        return new PopularityPusher(database.dataSource(), turn(), client, FAST);
    }

    static int published(String slug) {
        return hygraph.popularity(slug, Stage.PUBLISHED).orElseThrow();
    }

    static void endPause() throws SQLException {
        database.run("update fitmesh.popularity_push set next_request_at = 'epoch'");
    }

    static long pauseMillis() throws SQLException {
        return Long.parseLong(
                database.strings(
                                "select round(extract(epoch from next_request_at - now()) * 1000)"
                                        + " from fitmesh.popularity_push")
                        .get(0));
    }

    static String row(String slug) throws SQLException {
        return database.strings(
                        "select concat('sessions ', sessions, ' baseline ', baseline,"
                                + " coalesce(' settled ' || settled || ' pushed', ' not settled'))"
                                + " from workout_popularity where slug = '%s'".formatted(slug))
                .get(0);
    }
}
