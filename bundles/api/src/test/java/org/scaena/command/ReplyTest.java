package org.scaena.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void throwsTheServersOwnExceptionNotAWrapper() {
        CommandFailedException failure = new CommandFailedException("/s_new", "duplicate node ID");
        assertThatThrownBy(() -> Reply.failed(failure).await()).isSameAs(failure);
    }

    @Test
    void namesWhatWasAwaitedWhenTheDeadlinePasses() {
        assertThatThrownBy(() -> new Reply<Done>("/sync").await(Duration.ofMillis(1)))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessage("no reply to /sync within 1 ms");
        assertThat(Reply.of(Done.DONE).await()).isEqualTo(Done.DONE);
    }

    @Test
    void whoeverWaitsIsGivenTheResultAndCompletesItItself() {
        Reply<Done> reply = new Reply<>("/sync");
        CompletableFuture<Done> waiting = CompletableFuture.supplyAsync(reply::await);
        AtomicReference<Thread> completing = new AtomicReference<>();

        while (!reply.giveToWaiter(() -> here(completing), 0)) {
            Thread.onSpinWait();
        }

        assertThat(waiting.join()).isEqualTo(Done.DONE);
        assertThat(reply).isCompletedWithValue(Done.DONE);
        assertThat(completing.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    private static Done here(AtomicReference<Thread> thread) {
        thread.set(Thread.currentThread());
        return Done.DONE;
    }

    @Test
    void nobodyIsGivenAResultThatOthersWantToHearOf() {
        Reply<Done> reply = new Reply<>("/sync");
        AtomicReference<Thread> heard = new AtomicReference<>();
        reply.thenRun(() -> heard.set(Thread.currentThread()));
        CompletableFuture<Done> waiting = CompletableFuture.supplyAsync(reply::await);
        while (reply.getNumberOfDependents() < 2) {
            Thread.onSpinWait();
        }

        assertThat(reply.giveToWaiter(() -> Done.DONE, 0)).isFalse();
        reply.complete(Done.DONE);

        assertThat(waiting.join()).isEqualTo(Done.DONE);
        assertThat(heard).hasValue(Thread.currentThread());
    }

    @Test
    void nobodyIsGivenAResultWhoDoesNotWait() {
        Reply<Done> reply = new Reply<>("/sync");
        assertThat(reply.giveToWaiter(() -> Done.DONE, 0)).isFalse();
        assertThatThrownBy(() -> reply.await(Duration.ofMillis(1)))
                .isInstanceOf(ReplyTimeoutException.class);
        assertThat(reply.giveToWaiter(() -> Done.DONE, 0)).isFalse();
    }

    @Test
    void whatIsWrongWithAGivenAnswerIsThrown() {
        Reply<Done> reply = new Reply<>("/sync");
        ServerException unreadable = new ServerException("not what it should be");
        CompletableFuture<Done> waiting = CompletableFuture.supplyAsync(reply::await);
        while (!reply.giveToWaiter(
                () -> {
                    throw unreadable;
                },
                0)) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(waiting::join).hasCause(unreadable);
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        Reply<Done> reply = new Reply<>("/sync");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread waiting =
                new Thread(
                        () -> {
                            try {
                                reply.await();
                            } catch (ReplyTimeoutException interrupted) {
                                thrown.set(interrupted);
                            }
                        });
        waiting.start();
        waiting.interrupt();
        waiting.join();

        assertThat(thrown.get()).isInstanceOf(ReplyTimeoutException.class);
        assertThat(reply).isNotDone();
    }
}
