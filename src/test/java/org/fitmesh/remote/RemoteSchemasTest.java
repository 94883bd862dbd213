package org.fitmesh.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fitmesh.concurrent.ApplicationTimer;
import org.fitmesh.metadata.ConfiguredValue;
import org.fitmesh.metadata.Inconsistency;
import org.fitmesh.metadata.RemoteSchemaDefinition;
import org.fitmesh.telemetry.RemoteCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemoteSchemasTest {
    private static final Duration SOON = Duration.ofMillis(20);

    private final ApplicationTimer timer = ApplicationTimer.ofThreads(Thread::new, "test");
    private final BlockingQueue<RemoteSchemaChanged> events = new LinkedBlockingQueue<>();
    private final RemoteSchemas schemas = new RemoteSchemas(timer, events::add);
    private final RemoteServer server = new RemoteServer();

    @AfterEach
    void stop() {
        schemas.close();
        timer.end();
        server.close();
    }

    private void introspect(RemoteSchemaDefinition... definitions) {
        schemas.introspectAll(List.of(definitions), RemoteServer.NO_SETTINGS, SOON);
    }

    /** Waits until the server was asked that often. */
    private void untilAsked(int times) throws InterruptedException {
        while (server.requests().size() < times) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Waits until these words are among the reasons; the test's timeout ends the wait. */
    private List<Inconsistency> untilInconsistent(String words) throws InterruptedException {
        while (schemas.inconsistencies().stream().noneMatch(i -> i.reason().contains(words))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return schemas.inconsistencies();
    }

    private void untilConsistent() throws InterruptedException {
        while (!schemas.inconsistencies().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void announcesARemoteThatAnswers() throws InterruptedException {
        introspect(server.definition());
        assertThat(events.take()).isEqualTo(new RemoteSchemaChanged("hygraph"));
        assertThat(schemas.known().get("hygraph").queryFields()).containsKey("workout");
        untilConsistent();
    }

    @Test
    void startsWithoutWaitingAndAsksUntilTheRemoteIsThere() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        server.fault(
                exchange -> {
                    held.await();
                    RemoteServer.send(exchange, 503, "text/plain", "starting");
                });
        RemoteSchemaDefinition patient =
                new RemoteSchemaDefinition(
                        "hygraph",
                        server.definition().url(),
                        List.of(),
                        false,
                        Duration.ofMinutes(2));
        introspect(patient);
        // Still held: had the call waited for the reply, the test would run out of time here.
        assertThat(schemas.known()).isEmpty();
        assertThat(schemas.inconsistencies())
                .containsExactly(
                        new Inconsistency("remote_schema", "hygraph", "has not answered yet"));
        held.countDown();
        assertThat(untilInconsistent("503"))
                .singleElement()
                .satisfies(
                        inconsistency -> {
                            assertThat(inconsistency.type()).isEqualTo("remote_schema");
                            assertThat(inconsistency.name()).isEqualTo("hygraph");
                            assertThat(inconsistency.reason())
                                    .contains(server.url(), "unexpected status 503");
                        });
        untilAsked(3);
        assertThat(events).isEmpty();
        server.fault(null);
        assertThat(events.take()).isEqualTo(new RemoteSchemaChanged("hygraph"));
        untilConsistent();
    }

    @Test
    void keepsTheLastGoodCopyWhenAReloadFails() throws InterruptedException {
        introspect(server.definition());
        events.take();
        server.fault(exchange -> RemoteServer.send(exchange, 200, "text/html", "<html>"));
        schemas.reload("hygraph");
        assertThat(untilInconsistent("last good copy stays in force")).hasSize(1);
        assertThat(schemas.known()).containsKey("hygraph");
        server.fault(null);
        untilConsistent();
        // The same types as before are no news.
        assertThat(events).isEmpty();
    }

    @Test
    void forgetsARemoteThatIsNoLongerDefined() throws InterruptedException {
        introspect(server.definition());
        events.take();
        introspect();
        assertThat(schemas.known()).isEmpty();
        assertThat(schemas.inconsistencies()).isEmpty();
    }

    @Test
    void whatOneHasPreparedIsThereForItWhateverOthersDo() {
        List<RemoteSchemaDefinition> wanted = List.of(server.definition());
        assertThat(schemas.prepare(wanted, RemoteServer.NO_SETTINGS)).isEmpty();
        schemas.prepare(List.of(), RemoteServer.NO_SETTINGS);
        introspect();
        assertThat(schemas.known()).isEmpty();
        assertThat(schemas.known(wanted)).containsKey("hygraph");

        introspect(server.definition());

        assertThat(schemas.known()).containsKey("hygraph");
        assertThat(schemas.inconsistencies()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void oneThatCannotBeAskedLeavesTheOthersAlone() throws InterruptedException {
        RemoteSchemaDefinition wrong =
                new RemoteSchemaDefinition(
                        "wrong",
                        new ConfiguredValue.FromSetting("NOWHERE"),
                        List.of(),
                        false,
                        Duration.ofSeconds(1));
        introspect(wrong, server.definition());
        assertThat(events.take()).isEqualTo(new RemoteSchemaChanged("hygraph"));
        while (schemas.inconsistencies().size() > 1) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(untilInconsistent("NOWHERE"))
                .containsExactly(
                        new Inconsistency(
                                "remote_schema",
                                "wrong",
                                "remote schema \"wrong\" needs the setting NOWHERE, which is not"
                                        + " set"));
    }

    @Test
    void theWaitDoublesUpToAMinute() {
        RemoteSource source =
                new RemoteSource(
                        new RemoteSchemaDefinition(
                                "down",
                                new ConfiguredValue.FromSetting("NOWHERE"),
                                List.of(),
                                false,
                                Duration.ofSeconds(1)),
                        name -> Optional.empty(),
                        new RemoteCalls());
        Duration first = Duration.ofSeconds(5);
        List<Integer> waits =
                java.util.stream.Stream.generate(
                                () -> {
                                    source.refresh();
                                    return (int) source.wait(first).toSeconds();
                                })
                        .limit(6)
                        .toList();
        assertThat(waits).containsExactly(5, 10, 20, 40, 60, 60);
    }
}
