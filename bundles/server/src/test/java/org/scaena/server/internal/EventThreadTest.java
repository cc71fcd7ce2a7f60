package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers may pass the event thread by, but never what came before them. */
class EventThreadTest {

    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final EventThread events =
            new EventThread(
                    task -> {
                        Thread made = new Thread(task, "events");
                        thread.set(made);
                        return made;
                    });
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        events.shutdown();
    }

    private boolean passingBy() {
        done.add(Thread.currentThread().getName());
        return true;
    }

    @Test
    void whileThereIsNothingToDoItIsPassedBy() {
        assertThat(events.whileIdle(this::passingBy)).isTrue();
        assertThat(done).containsExactly(Thread.currentThread().getName());
        assertThat(events.whileIdle(() -> false)).isFalse();
    }

    @Test
    void whileSomethingIsBeingDoneItIsNotPassedBy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        events.execute(
                () -> {
                    begun.countDown();
                    await(goOn);
                });
        assertThat(events.whileIdle(this::passingBy)).isFalse();
        begun.await();
        assertThat(events.whileIdle(this::passingBy)).isFalse();

        goOn.countDown();
        while (!events.whileIdle(this::passingBy)) {
            Thread.onSpinWait();
        }
        assertThat(done).hasSize(1);
    }

    @Test
    void whatComesWhileItIsPassedByWaits() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(1);
        events.whileIdle(
                () -> {
                    events.execute(
                            () -> {
                                done.add("next");
                                both.countDown();
                            });
                    while (thread.get().getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    return done.add("this");
                });
        both.await();

        assertThat(done).containsExactly("this", "next");
    }

    @Test
    void whatABurstHandsOnIsHandedOnAtItsEnd() throws InterruptedException {
        Executor others = events.relay(task -> done.add("handed on"));
        CountDownLatch bothThere = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        events.execute(
                () -> {
                    await(bothThere);
                    others.execute(() -> {});
                    done.add("first");
                });
        events.execute(() -> done.add("second"));
        bothThere.countDown();
        while (!events.whileIdle(() -> true)) {
            Thread.onSpinWait();
        }
        events.execute(
                () -> {
                    others.execute(() -> {});
                    done.add("alone");
                    end.countDown();
                });
        end.await();

        assertThat(done).containsExactly("first", "second", "handed on", "handed on", "alone");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
