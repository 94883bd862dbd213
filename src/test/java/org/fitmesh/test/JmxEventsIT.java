package org.fitmesh.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fitmesh.test.Eventually.eventually;

import java.util.Date;
import javax.management.openmbean.CompositeData;
import org.fitmesh.dev.http.Fault;
import org.fitmesh.dev.http.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an administrator watches, pauses and repeats the delivery of events with a JMX console. */
class JmxEventsIT {
    private static final String EVENTS = "type=Events";
    private static final String SESSION_TRIGGER = "type=EventTrigger,name=create_session";

    private final Fitmesh fitmesh = Fitmesh.running();
    private final SessionEvents events = new SessionEvents(fitmesh);
    private JmxConsole console;

    @BeforeEach
    void connect() throws Exception {
        fitmesh.reset();
        fitmesh.sql("truncate fitmesh.delivery_pause");
        fitmesh.sql("insert into users (id) values ('alice')");
        console = JmxConsole.attach(fitmesh.process());
    }

    @AfterEach
    void disconnect() throws Exception {
        fitmesh.sql("truncate fitmesh.delivery_pause");
        fitmesh.reset();
        console.close();
    }

    @Test
    void pausedEventsWaitOnAllNodesUntilTheyAreResumed() throws Exception {
        events.trigger("create_session", "/hook");
        assertThat(console.invoke(EVENTS, "pauseDelivery")).isEqualTo(true);
        assertThat(console.invoke(EVENTS, "pauseDelivery")).isEqualTo(false);
        assertThat(console.get(EVENTS, "DeliveryPaused")).isEqualTo(true);
        assertThat((Date) console.get(EVENTS, "DeliveryPausedSince")).isNotNull();

        events.insert("fran", 3);
        // Two of the looks that it takes at the log each second, and one more on its own account.
        insertByMutation();
        Thread.sleep(2500);

        assertThat(fitmesh.webhook().deliveries("/hook")).isEmpty();
        eventually(
                () -> {
                    assertThat(console.number(SESSION_TRIGGER, "Waiting")).isEqualTo(4);
                    assertThat(console.get(SESSION_TRIGGER, "Paused")).isEqualTo(true);
                    // popularity has the same events
                    assertThat(console.number(EVENTS, "Waiting")).isEqualTo(8);
                });
        assertThat(console.number(EVENTS, "OldestWaitingSeconds")).isGreaterThanOrEqualTo(2);

        assertThat(console.invoke(EVENTS, "resumeDelivery")).isEqualTo(true);

        eventually(() -> assertThat(fitmesh.webhook().deliveries("/hook")).hasSize(4));
        assertThat(console.get(EVENTS, "DeliveryPaused")).isEqualTo(false);
        assertThat(console.get(EVENTS, "DeliveryPausedSince")).isNull();
    }

    @Test
    void aPauseOutlivesARestartWhichTellsOfIt() throws Exception {
        events.trigger("create_session", "/hook");
        console.invoke(SESSION_TRIGGER, "pauseDelivery");
        events.insert("fran", 1);
        console.close();

        fitmesh.restartServer();

        console = JmxConsole.attach(fitmesh.process());
        assertThat(console.get(SESSION_TRIGGER, "Paused")).isEqualTo(true);
        assertThat(fitmesh.log())
                .anyMatch(line -> line.contains("delivery of event trigger create_session is"));
        assertThat(fitmesh.webhook().deliveries("/hook")).isEmpty();
        console.invoke(SESSION_TRIGGER, "resumeDelivery");
        eventually(() -> assertThat(fitmesh.webhook().deliveries("/hook")).hasSize(1));
    }

    @Test
    void aPausedTriggerHoldsUpNoOther() throws Exception {
        events.trigger("create_session", "/hook");
        events.trigger("other", "/other");
        assertThat(console.invoke(SESSION_TRIGGER, "pauseDelivery")).isEqualTo(true);

        events.insert("fran", 2);

        eventually(() -> assertThat(fitmesh.webhook().deliveries("/other")).hasSize(2));
        assertThat(fitmesh.webhook().deliveries("/hook")).isEmpty();
        assertThat(row("create_session").get("Paused")).isEqualTo(true);
        assertThat(row("other").get("Paused")).isEqualTo(false);
        assertThat(console.invoke(SESSION_TRIGGER, "resumeDelivery")).isEqualTo(true);
        eventually(() -> assertThat(fitmesh.webhook().deliveries("/hook")).hasSize(2));
    }

    @Test
    void eventsThatWereGivenUpAreCountedAndDeliveredAgain() throws Exception {
        events.trigger("create_session", "/hook");
        events.trigger("other", "/other");
        fitmesh.webhook().fault(Fault.always(Kind.SERVER_ERROR));
        events.insert("fran", 2);
        eventually(() -> assertThat(console.number(EVENTS, "Failed")).isEqualTo(4));
        assertThat(console.number(SESSION_TRIGGER, "Failed")).isEqualTo(2);
        assertThat(row("other").get("Failed")).isEqualTo(2L);
        fitmesh.webhook().clearFaults();
        int delivered = fitmesh.webhook().deliveries("/hook").size();

        assertThat(console.invoke(EVENTS, "redeliverFailed", "create_session")).isEqualTo(2L);

        eventually(
                () ->
                        assertThat(fitmesh.webhook().deliveries("/hook"))
                                .hasSizeGreaterThanOrEqualTo(delivered + 2));
        eventually(() -> assertThat(console.number(EVENTS, "Failed")).isEqualTo(2));
        assertThat(console.invoke(EVENTS, "redeliverAllFailed")).isEqualTo(2L);
        eventually(() -> assertThat(console.number(EVENTS, "Failed")).isZero());
        assertThat(console.invoke(SESSION_TRIGGER, "redeliverFailed")).isEqualTo(0L);
    }

    @Test
    void whatCannotBeDoneIsToldInOneLineWithoutClassesOfFitmesh() {
        assertThatThrownBy(() -> console.invoke(EVENTS, "redeliverFailed", "nothing"))
                .isInstanceOf(javax.management.MBeanException.class)
                .hasMessageContaining("nothing")
                .hasMessageContaining("not");
    }

    @Test
    void deliveredEventsAreEstimatedOnceTheLogWasAnalyzed() throws Exception {
        events.trigger("create_session", "/hook");
        events.insert("fran", 5);
        eventually(() -> assertThat(fitmesh.webhook().deliveries("/hook")).hasSize(5));
        eventually(
                () -> {
                    fitmesh.sql("vacuum analyze fitmesh.event_log");
                    assertThat(console.number(EVENTS, "DeliveredEstimate")).isEqualTo(10);
                });
        assertThat(console.number(EVENTS, "ArchivedEstimate")).isZero();
    }

    @Test
    void anEventOnItsWayIsCounted() throws Exception {
        events.trigger("create_session", "/hook");
        fitmesh.webhook().fault(Fault.always(Kind.DELAY).millis(9_000).on("/hook"));
        events.insert("fran", 1);

        eventually(
                () -> assertThat(console.number(SESSION_TRIGGER, "InDeliveryHere")).isEqualTo(1));
        eventually(() -> assertThat(console.number(SESSION_TRIGGER, "InDelivery")).isEqualTo(1));
        fitmesh.webhook().clearFaults();
        eventually(() -> assertThat(console.number(EVENTS, "InDeliveryHere")).isZero());
    }

    private CompositeData row(String trigger) throws Exception {
        return console.rows(EVENTS, "Triggers").stream()
                .filter(row -> row.get("Trigger").equals(trigger))
                .findFirst()
                .orElseThrow();
    }

    private void insertByMutation() {
        String insert = "mutation { insert_sessions_one(object: {slug: \"murph\"}) { slug } }";
        assertThat(fitmesh.api().graphql(insert, null, fitmesh.bearer("alice", "user")).body())
                .contains("murph");
    }
}
