package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.webhook.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a changed row to the webhook, on the real server. */
class DeliveryIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fitmesh fitmesh = Fitmesh.running();
    private final SessionEvents events = new SessionEvents(fitmesh);

    @BeforeEach
    void trigger() throws Exception {
        fitmesh.reset();
        fitmesh.sql("insert into users (id) values ('alice')");
        events.trigger("create_session", "/hook", 3, 1, 10);
    }

    @Test
    void aLoggedSessionReachesTheWebhookOfTheTutorial() throws Exception {
        HttpApi.Answer answer =
                fitmesh.api()
                        .graphql(
                                "mutation { insert_sessions_one(object: {slug: \"murph\"}) { id } }",
                                null,
                                fitmesh.bearer("alice", "user"));
        assertThat(answer.body()).contains("\"data\"");

        Delivery delivery = delivered("/hook", 1).get(0);
        JsonNode body = JSON.readTree(delivery.body());
        assertThat(body.at("/event/data/new/slug").asText()).isEqualTo("murph");
        assertThat(body.at("/event/op").asText()).isEqualTo("INSERT");
        assertThat(body.at("/event/session_variables/x-hasura-user-id").asText())
                .isEqualTo("alice");
        assertThat(body.at("/trigger/name").asText()).isEqualTo("create_session");
        assertThat(delivery.headers().get("user-agent")).startsWith("hasura-graphql-engine/v2.");
    }

    @Test
    void aSessionFromPsqlIsDeliveredToo() throws Exception {
        events.insert("fran", 5);

        delivered("/hook", 5)
                .forEach(it -> assertThat(it.body()).contains("\"session_variables\": null"));
    }

    @Test
    void failuresAreRetriedWhileAnotherTriggerGoesOn() throws Exception {
        events.trigger("other", "/other");
        fitmesh.webhook().fault(Fault.once(Kind.SERVER_ERROR).times(2).on("/hook"));

        events.insert("fran", 1);

        delivered("/other", 1);
        assertThat(delivered("/hook", 1).get(0).body()).contains("\"current_retry\":2");
    }

    @Test
    void nothingIsLostWhenPostgresqlRestarts() throws Exception {
        fitmesh.webhook().fault(Fault.always(Kind.DELAY).millis(200).on("/hook"));
        events.insert("fran", 600);
        eventually(() -> assertThat(fitmesh.webhook().deliveries("/hook")).isNotEmpty());

        fitmesh.restartDatabase();
        fitmesh.webhook().clearFaults();
        events.insert("last", 1);

        eventually(() -> assertThat(pending()).isZero());
        assertThat(fitmesh.webhook().deliveries("/hook").stream().map(Delivery::id).distinct())
                .hasSize(601);
    }

    @Test
    void whatAStoppedServerHadTakenIsDeliveredAfterItsLease() throws Exception {
        events.insert("fran", 300);
        fitmesh.restartServer();
        // The node that delivers meanwhile locks the same rows in another order.
        eventually(
                () ->
                        fitmesh.sql(
                                "update fitmesh.event_log set leased_until = now()"
                                        + " where leased_until is not null"));
        events.insert("murph", 1);

        eventually(() -> assertThat(pending()).isZero());
        assertThat(fitmesh.webhook().deliveries("/hook").stream().map(Delivery::id).distinct())
                .hasSize(301);
    }

    private List<Delivery> delivered(String path, int number) {
        eventually(() -> assertThat(fitmesh.webhook().deliveries(path)).hasSize(number));
        return fitmesh.webhook().deliveries(path);
    }

    private long pending() throws SQLException {
        return fitmesh.number(
                "select count(*) from fitmesh.event_log where not delivered and not error");
    }
}
