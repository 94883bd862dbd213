package org.fitmesh.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.test.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.ErrorPath;
import org.fitmesh.error.RequestException;
import org.fitmesh.remote.JsonSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is answered by whose statement. */
class SharedReadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Thread> clients = new CopyOnWriteArrayList<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task);
                        clients.add(thread);
                        return thread;
                    });
    private final CountDownLatch laneIsFree = new CountDownLatch(1);
    private final AtomicInteger alone = new AtomicInteger();
    private final List<Integer> groups = new ArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whoDoesNotWaitHasAStatementOfItsOwn() {
        SharedRead read = new SharedRead(this::echoes, 1, 8, LONG);
        for (String name : List.of("a", "b", "c")) {
            assertThat(read.answer(echo(name)).toString()).isEqualTo(name);
        }
        assertThat(alone).hasValue(3);
        assertThat(groups).isEmpty();
    }

    @Test
    void whoWaitsIsTakenAlongAndGetsItsOwnAnswer() throws Exception {
        SharedRead read = new SharedRead(this::echoes, 1, 8, LONG);
        List<Future<String>> answers = askWhileTheLaneIsTaken(read, 8);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("request " + i);
        }
        assertThat(groups).containsExactly(8);
        assertThat(alone).hasValue(0);
    }

    @Test
    void noMoreAreTakenAlongThanAllowed() throws Exception {
        SharedRead read = new SharedRead(this::echoes, 1, 2, LONG);
        for (Future<String> answer : askWhileTheLaneIsTaken(read, 8)) {
            assertThat(answer.get()).startsWith("request ");
        }
        assertThat(groups).containsExactly(2, 2, 2, 2);
    }

    @Test
    void whatFailsForSeveralIsDoneForEachAlone() throws Exception {
        SharedRead read =
                new SharedRead(
                        requests -> {
                            echoes(requests);
                            throw failure();
                        },
                        1,
                        8,
                        LONG);
        for (Future<String> answer : askWhileTheLaneIsTaken(read, 8)) {
            assertThat(answer.get()).startsWith("request ");
        }
        assertThat(groups).containsExactly(8);
        assertThat(alone).hasValue(8);
        assertThat(read.answer(echo("later")).toString()).isEqualTo("later");
    }

    @Test
    void onesOwnFailureIsOnesOwn() throws Exception {
        SharedRead read = new SharedRead(this::echoes, 1, 8, LONG);
        Future<String> failing = threads.submit(() -> answer(read, failingAlone()));
        assertThat(failing)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RequestException.class);
        assertThat(read.answer(echo("later")).toString()).isEqualTo("later");
    }

    @Test
    void whoWaitsForLongGoesAlone() throws Exception {
        SharedRead read = new SharedRead(this::echoes, 1, 8, Duration.ofMillis(1));
        Future<String> first = takeLane(read);
        assertThat(threads.submit(() -> answer(read, echo("impatient"))).get())
                .isEqualTo("impatient");
        assertThat(alone).hasValue(1);
        laneIsFree.countDown();
        assertThat(first.get()).isEqualTo("first");
    }

    @Test
    void anInterruptedRequestIsAnsweredToo() throws Exception {
        SharedRead read = new SharedRead(this::echoes, 1, 8, LONG);
        Future<String> first = takeLane(read);
        Callable<String> interrupted =
                () -> {
                    Thread.currentThread().interrupt();
                    String answer = answer(read, echo("interrupted"));
                    assertThat(Thread.interrupted()).isTrue();
                    return answer;
                };
        assertThat(threads.submit(interrupted).get()).isEqualTo("interrupted");
        laneIsFree.countDown();
        assertThat(first.get()).isEqualTo("first");
    }

    private List<Future<String>> askWhileTheLaneIsTaken(SharedRead read, int requests)
            throws Exception {
        Future<String> first = takeLane(read);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            SharedRequest request = echo("request " + i);
            answers.add(threads.submit(() -> answer(read, request)));
        }
        eventually(
                () ->
                        assertThat(clients)
                                .filteredOn(c -> c.getState() == Thread.State.TIMED_WAITING)
                                .hasSize(requests));
        laneIsFree.countDown();
        assertThat(first.get()).isEqualTo("first");
        return answers;
    }

    private Future<String> takeLane(SharedRead read) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        Future<String> first =
                threads.submit(
                        () ->
                                answer(
                                        read,
                                        request(
                                                "first",
                                                () -> {
                                                    taken.countDown();
                                                    await(laneIsFree);
                                                    return json("first");
                                                })));
        taken.await();
        return first;
    }

    private static String answer(SharedRead read, SharedRequest request) {
        return read.answer(request).toString();
    }

    private SharedRequest echo(String name) {
        return request(
                name,
                () -> {
                    alone.incrementAndGet();
                    return json(name);
                });
    }

    private static SharedRequest failingAlone() {
        return request(
                "failing",
                () -> {
                    throw failure();
                });
    }

    private static SharedRequest request(String name, Supplier<JsonSlice> alone) {
        return new SharedRequest(new String[] {name}, alone);
    }

    private synchronized List<JsonSlice> echoes(List<SharedRequest> requests) {
        groups.add(requests.size());
        return requests.stream().map(request -> json(request.values()[0])).toList();
    }

    private static RequestException failure() {
        return new RequestException(ErrorCode.POSTGRES_ERROR, "it fails", ErrorPath.ROOT);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonSlice json(String text) {
        return JsonSlice.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
