package org.fitmesh.event.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.event.delivery.TestTriggers.ONCE;
import static org.fitmesh.event.delivery.TestTriggers.retries;
import static org.fitmesh.event.delivery.TestTriggers.timeout;
import static org.fitmesh.test.Eventually.eventually;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.fitmesh.dev.webhook.Delivery;
import org.fitmesh.dev.webhook.StandardWebhooks;
import org.fitmesh.event.Deliveries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node sends and takes, and when. */
@Timeout(120)
class DeliveryNodeTest extends DeliveryNodes {

    @Test
    void aDeliveryIsHasuras() throws SQLException {
        triggers.with(
                "made", hook("/made"), Map.of("x-key", "topsecret", "user-agent", "us"), List.of());
        event("made", 1, null);
        sql("update fitmesh.event_log set created_at = '2024-05-01 10:00:00.12+02'");

        node().wake();

        Delivery delivery = delivered("/made", 1).get(0);
        assertThat(delivery.body())
                .isEqualTo(
                        "{\"id\":\""
                                + text("select id from fitmesh.event_log")
                                + "\",\"created_at\":\"2024-05-01T08:00:00.120000\",\"table\":"
                                + "{\"schema\":\"public\",\"name\":\"thing\"},\"trigger\":{\"name\":"
                                + "\"made\"},\"delivery_info\":{\"current_retry\":0,\"max_retries\":0},"
                                + "\"event\":"
                                + text("select payload from fitmesh.event_log")
                                + "}");
        assertThat(delivery.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("user-agent", "us")
                .containsEntry("x-key", "topsecret")
                .containsEntry(
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .containsEntry("x-b3-traceid", "0af7651916cd43dd8448eb211c80319c")
                .doesNotContainKey("webhook-signature");
        eventually(() -> assertThat(states()).containsExactly("delivered 1"));
        assertThat(text("select request_headers from fitmesh.event_invocation_log"))
                .contains("{\"name\": \"x-key\", \"value\": \"SETTING\"}")
                .doesNotContain("topsecret");
        assertThat(text("select response - 'data' from fitmesh.event_invocation_log"))
                .isEqualTo("{\"type\": \"webhook_response\", \"version\": \"2\"}");
        assertThat(text("select response #>> '{data,body}' from fitmesh.event_invocation_log"))
                .isEqualTo("{\"message\":\"thanks\"}");
    }

    @Test
    void twoSecretsSignSoThatEitherVerifies() throws SQLException {
        String old = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String fresh = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        triggers.with("signed", hook("/signed"), Map.of(), List.of(fresh, old));
        event("signed", 1, null);

        node().wake();

        Delivery delivery = delivered("/signed", 1).get(0);
        assertThat(delivery.headers()).containsEntry("webhook-id", delivery.id());
        assertThat(StandardWebhooks.verify(old, delivery)).isTrue();
        assertThat(StandardWebhooks.verify(fresh, delivery)).isTrue();
        assertThat(StandardWebhooks.verify("whsec_AAAA", delivery)).isFalse();
        eventually(() -> assertThat(states()).containsExactly("delivered 1"));
        assertThat(text("select request_headers from fitmesh.event_invocation_log"))
                .doesNotContain("webhook-signature");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SERVER_ERROR", "RESET", "GARBAGE", "REDIRECT", "HANG", "HALF"})
    void aFailureIsRetriedAfterTheIntervalThenGivenUp(Kind kind) throws SQLException {
        triggers.webhook("fails", hook("/fails"), timeout(1));
        receiver.fault(Fault.always(kind).on("/fails"));
        event("fails", 1, null);
        DeliveryNode node = node();

        node.wake();
        eventually(() -> assertThat(states()).containsExactly("pending 1"));
        assertThat(waits()).containsExactly("3600.000000");
        node.wake();
        sql("update fitmesh.event_log set due_at = now()");
        node.wake();

        eventually(() -> assertThat(states()).containsExactly("error 2"));
        assertThat(tries()).containsExactly("0", "1");
        assertThat(receiver.requestCount()).isEqualTo(2);
        assertThat(receiver.requests()).allMatch(request -> request.path().equals("/fails"));
        assertThat(text("select distinct response ->> 'type' from fitmesh.event_invocation_log"))
                .isEqualTo("client_error");
    }

    @Test
    void retryAfterCountsPastTheLastRetry() throws SQLException {
        triggers.webhook("busy", hook("/busy"), ONCE);
        receiver.fault(Fault.once(Kind.TOO_MANY_REQUESTS).millis(7_000).on("/busy"));
        event("busy", 1, null);
        DeliveryNode node = node();

        node.wake();
        eventually(() -> assertThat(states()).containsExactly("pending 1"));
        assertThat(waits()).containsExactly("7.000000");
        sql("update fitmesh.event_log set due_at = now()");
        node.wake();

        eventually(() -> assertThat(states()).containsExactly("delivered 2"));
        assertThat(delivered("/busy", 1).get(0).body()).contains("\"current_retry\":1");
    }

    @Test
    void aConnectionThatTheReceiverClosedIsNoFailure() throws SQLException {
        triggers.webhook("closing", hook("/closing"), ONCE);
        receiver.fault(Fault.always(Kind.CLOSE_IDLE).on("/closing"));
        DeliveryNode node = node();
        int events = 300;
        for (int i = 0; i < events; i++) {
            event("closing", i, null);
        }

        node.wake();

        eventually(() -> assertThat(count("delivered")).isEqualTo(events));
        assertThat(text("select count(*) from fitmesh.event_invocation_log"))
                .isEqualTo(String.valueOf(events));
    }

    @Test
    void oneSlowReceiverHoldsUpNobodyElse() throws SQLException {
        triggers.webhook("slow", hook("/slow"), ONCE).webhook("fast", hook("/fast"), ONCE);
        receiver.fault(Fault.always(Kind.HANG).on("/slow"));
        for (int i = 0; i < 10; i++) {
            event("slow", i, null);
            event("fast", i, null);
        }

        node().wake();

        delivered("/fast", 10);
        assertThat(receiver.requests().stream().filter(r -> r.path().equals("/slow")).count())
                .as("open at once")
                .isEqualTo(OPEN);
    }

    @Test
    void eventsOfARowKeepTheirOrderThoughOneIsRetried() throws SQLException {
        triggers.ordered("ordered", hook("/ordered"));
        receiver.fault(Fault.once(Kind.TOO_MANY_REQUESTS).on("/ordered"));
        event("ordered", 1, "a");
        event("ordered", 2, "a");
        event("ordered", 3, "a");
        DeliveryNode node = node();

        node.wake();
        eventually(() -> assertThat(count("tries = 1")).isEqualTo(1));
        node.wake();
        event("ordered", 4, "b");
        node.wake();
        delivered("/ordered", 1);
        sql("update fitmesh.event_log set due_at = now() where not delivered");
        node.wake();

        assertThat(delivered("/ordered", 4))
                .extracting(delivery -> delivery.body().replaceAll("(?s).*\"id\": (\\d+).*", "$1"))
                .containsExactly("4", "1", "2", "3");
    }

    @Test
    void anotherNodesEventIsTakenWhenItsLeaseIsOver() throws SQLException {
        triggers.webhook("left", hook("/left"), ONCE);
        event("left", 1, null);
        event("left", 2, null);
        sql(
                "update fitmesh.event_log set leased_by = gen_random_uuid(), leased_until = now() +"
                        + " case when payload::text like '%\"id\": 1%' then -1 else 60 end"
                        + " * interval '1 second'");

        node().wake();

        assertThat(delivered("/left", 1).get(0).body()).contains("\"id\": 1");
        eventually(() -> assertThat(states()).containsExactly("delivered 1", "pending 0"));
    }

    @Test
    void aSlowDeliverysLeaseIsRenewed() throws SQLException {
        triggers.webhook("slow", hook("/slow"), ONCE);
        receiver.fault(Fault.always(Kind.HANG).on("/slow"));
        event("slow", 1, null);

        node(Duration.ofSeconds(1)).wake();

        eventually(() -> assertThat(count("leased_until is not null")).isEqualTo(1));
        String first = text("select leased_until from fitmesh.event_log");
        eventually(
                () ->
                        assertThat(text("select leased_until from fitmesh.event_log"))
                                .isGreaterThan(first));
        node().wake();
        assertThat(receiver.requestCount()).isEqualTo(1);
    }

    @Test
    void aFailureUnderALostLeaseChangesNothing() throws SQLException {
        triggers.webhook("lost", hook("/lost"), ONCE);
        receiver.fault(Fault.once(Kind.HANG).on("/lost"));
        event("lost", 1, null);
        node().wake();
        eventually(() -> assertThat(receiver.requestCount()).isEqualTo(1));
        sql("update fitmesh.event_log set leased_by = '00000000-0000-0000-0000-000000000001'");

        receiver.clearFaults();

        eventually(
                () ->
                        assertThat(text("select count(*) from fitmesh.event_invocation_log"))
                                .isEqualTo("1"));
        assertThat(states()).containsExactly("pending 0");
        assertThat(text("select leased_by from fitmesh.event_log")).endsWith("1");
    }

    @Test
    void aSuccessUnderALostLeaseCounts() throws SQLException {
        triggers.webhook("lost", hook("/lost"), ONCE);
        receiver.fault(Fault.once(Kind.DELAY).millis(60_000).on("/lost"));
        event("lost", 1, null);
        node().wake();
        eventually(() -> assertThat(receiver.requestCount()).isEqualTo(1));
        sql("update fitmesh.event_log set leased_by = '00000000-0000-0000-0000-000000000001'");

        receiver.clearFaults();

        eventually(() -> assertThat(states()).containsExactly("delivered 1"));
    }

    @Test
    void whatIsNotThroughIsGivenBackAtTheEnd() throws SQLException {
        triggers.webhook("slow", hook("/slow"), ONCE);
        receiver.fault(Fault.always(Kind.HANG).on("/slow"));
        event("slow", 1, null);
        DeliveryNode node = node();
        node.wake();
        eventually(() -> assertThat(receiver.requestCount()).isEqualTo(1));

        node.stop(Duration.ofMillis(1));

        assertThat(count("leased_by is null and leased_until is null")).isEqualTo(1);
    }

    @Test
    void aPrivateAddressIsRefusedUnlessASettingAllowsIt() throws SQLException {
        triggers.webhook("inside", hook("/inside?key=topsecret"), ONCE);
        event("inside", 1, null);

        node(settings(Duration.ofSeconds(90), false)).wake();

        eventually(() -> assertThat(states()).containsExactly("error 1"));
        assertThat(receiver.requestCount()).isZero();
        assertThat(text("select response from fitmesh.event_invocation_log"))
                .contains("FITMESH_WEBHOOK_PRIVATE_ADDRESSES=true")
                .doesNotContain("topsecret")
                .doesNotContain("localhost");
    }

    @Test
    void anObserverGetsABatch() throws SQLException {
        triggers.observer("inside", "popularity", ONCE);
        for (int i = 0; i < 5; i++) {
            event("inside", i, null);
        }

        node().wake();

        eventually(() -> assertThat(count("delivered")).isEqualTo(5));
        assertThat(observed).hasSize(1);
        assertThat(observed.get(0).events()).hasSize(5);
        Deliveries.Event event = observed.get(0).events().get(0);
        assertThat(event.newRow()).contains("{\"n\":1.50,\"id\":0}");
        assertThat(event.oldRow()).isEmpty();
        assertThat(event.operation()).isEqualTo("INSERT");
        assertThat(event.sessionVariables()).containsEntry("x-hasura-role", "user");
    }

    @Test
    void oneEventThatAnObserverRefusesDoesNotFailTheOthers() throws SQLException {
        triggers.observer("inside", "picky", retries(1));
        for (int i = 0; i < 3; i++) {
            event("inside", i, null);
        }

        node().wake();

        eventually(() -> assertThat(count("tries = 1")).isEqualTo(3));
        assertThat(count("delivered")).isEqualTo(2);
        assertThat(waits()).contains("3600.000000");
    }

    @Test
    void eventsOfATriggerThatIsNotInForceWait() throws SQLException {
        triggers.webhook("known", hook("/known"), ONCE);
        event("unknown", 1, null);
        event("known", 1, null);

        node().wake();

        eventually(() -> assertThat(count("delivered")).isEqualTo(1));
        assertThat(count("trigger_name = 'unknown' and leased_by is null")).isEqualTo(1);
    }

    @Test
    void noNodeTakesWhatIsPaused() throws Exception {
        triggers.webhook("made", hook("/made"), ONCE);
        triggers.webhook("other", hook("/other"), ONCE);
        sql("insert into fitmesh.delivery_pause (trigger_name) values ('made')");
        event("made", 1, null);
        event("other", 2, null);

        DeliveryNode first = node();
        first.wake();
        delivered("/other", 1);
        node().wake();
        sql("insert into fitmesh.delivery_pause (trigger_name) values ('')");
        event("other", 3, null);
        node().wake();
        Thread.sleep(500);
        assertThat(receiver.deliveries("/made")).isEmpty();
        assertThat(receiver.deliveries("/other")).hasSize(1);

        sql("truncate fitmesh.delivery_pause");
        first.wake();
        delivered("/made", 1);
        delivered("/other", 2);
    }
}
