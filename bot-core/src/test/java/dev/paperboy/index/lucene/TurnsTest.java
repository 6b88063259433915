package dev.paperboy.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(1);
    private final List<Integer> served = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoCameFirstIsServedFirst() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> people = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            people.add(waiting(person, end));
        }

        end.countDown();
        for (Thread person : people) {
            person.join();
        }

        assertThat(served)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void aTurnThatFailsIsOver() {
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("trouble");
                }))
                .hasMessage("trouble");

        assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
    }

    private Thread waiting(int person, CountDownLatch end) {
        Thread thread = Thread.startVirtualThread(() -> turns.take(() -> {
            served.add(person);
            awaitIt(end);
            return person;
        }));
        await().until(() -> person == 0 ? !served.isEmpty() : thread.getState() == Thread.State.WAITING);
        return thread;
    }

    private static void awaitIt(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
